CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`address` text,
	`reply_to` text,
	`subject` text NOT NULL,
	`text` text,
	`message_id` text NOT NULL,
	`state` text NOT NULL,
	`week_of` text,
	`code_hash` text,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`good_until` integer NOT NULL,
	`tries` integer NOT NULL,
	`claim` text,
	`sending_since` integer,
	`settled_at` integer,
	`reply` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_message_id` ON `message` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `message_week` ON `message` (`person_id`,`kind`,`week_of`) WHERE week_of is not null;--> statement-breakpoint
CREATE INDEX `message_state` ON `message` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `message_school` ON `message` (`school_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `reminder_choice` (
	`person_id` text PRIMARY KEY NOT NULL,
	`tone` text NOT NULL,
	`days` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reminder_left_out` (
	`week_of` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`week_of`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reminder_schedule` (
	`school_id` text PRIMARY KEY NOT NULL,
	`weekday` integer,
	`hour` integer NOT NULL,
	`fridays` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`ran_in` text,
	`friday_ran_in` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
