CREATE TABLE `given_pathway` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`pathway` text NOT NULL,
	`title` text NOT NULL,
	`steps` text NOT NULL,
	`starts_on` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	`stopped_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `given_pathway_cohort` ON `given_pathway` (`school_id`,`cohort_id`);--> statement-breakpoint
ALTER TABLE `assignment` ADD `given_pathway_id` text REFERENCES given_pathway(id);--> statement-breakpoint
ALTER TABLE `assignment` ADD `counted_from` text;--> statement-breakpoint
ALTER TABLE `assignment` ADD `opens_on` text;