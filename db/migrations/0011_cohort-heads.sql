CREATE TABLE `cohort_head` (
	`cohort_id` text NOT NULL,
	`person_id` text NOT NULL,
	`school_id` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`cohort_id`, `person_id`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cohort_head_person` ON `cohort_head` (`school_id`,`person_id`);