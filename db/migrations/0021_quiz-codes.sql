CREATE TABLE `quiz_code` (
	`id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`school_id` text NOT NULL,
	`person_id` text NOT NULL,
	`module` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quiz_code_hash` ON `quiz_code` (`code_hash`);--> statement-breakpoint
CREATE INDEX `quiz_code_school` ON `quiz_code` (`school_id`,`module`);--> statement-breakpoint
CREATE INDEX `quiz_code_person` ON `quiz_code` (`person_id`);--> statement-breakpoint
ALTER TABLE `session` ADD `quiz` text;