CREATE TABLE `training_list` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`by` text NOT NULL,
	`session_id` text,
	`file` text,
	`state` text NOT NULL,
	`list` text,
	`answers` text NOT NULL,
	`counts` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `training_session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_list_school` ON `training_list` (`school_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `training_session` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`provider` text,
	`held_on` text NOT NULL,
	`minutes` integer,
	`cost_pence` integer,
	`fund` text,
	`list_key` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_session_school` ON `training_session` (`school_id`,`held_on`);--> statement-breakpoint
ALTER TABLE `training_row` ADD `session` text;--> statement-breakpoint
ALTER TABLE `training_row` ADD `session_kind` text;--> statement-breakpoint
ALTER TABLE `training_row` ADD `provider` text;--> statement-breakpoint
ALTER TABLE `training_row` ADD `entered_from` text;--> statement-breakpoint
CREATE INDEX `training_row_session` ON `training_row` (`school`,`session`) WHERE session is not null;