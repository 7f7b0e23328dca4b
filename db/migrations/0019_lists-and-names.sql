CREATE TABLE `training_list_entry` (
	`attendance` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`list_id` text NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`undone` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `training_list`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_list_entry_list` ON `training_list_entry` (`school_id`,`list_id`);--> statement-breakpoint
ALTER TABLE `school` ADD `role_names` text;--> statement-breakpoint
ALTER TABLE `training_list` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `training_list` ADD `undone_by` text REFERENCES person(id);--> statement-breakpoint
CREATE INDEX `event_renamed` ON `event` (`school`,`seq`) WHERE verb = 'school renamed';