CREATE TABLE `spoken_with` (
	`person_id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `person_role` ADD `from_on` text;--> statement-breakpoint
ALTER TABLE `person_role` ADD `until_on` text;