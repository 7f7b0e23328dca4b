CREATE TABLE `leave` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`person_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `leave_person` ON `leave` (`person_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `school_dates` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `school_dates_school` ON `school_dates` (`school_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `afterwards_off` (
	`person_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `follow_up` (
	`enrolment_id` text PRIMARY KEY NOT NULL,
	`tried` text,
	`happened` text,
	`skipped` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `practice_log` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`person_id` text NOT NULL,
	`practice` text NOT NULL,
	`setting` text NOT NULL,
	`went` text NOT NULL,
	`barrier` text,
	`next` text NOT NULL,
	`note` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_log_person` ON `practice_log` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `practice_log_school` ON `practice_log` (`school_id`,`at`);--> statement-breakpoint
CREATE TABLE `recall_item` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`weeks` integer NOT NULL,
	`item` text NOT NULL,
	`asked_at` integer NOT NULL,
	`pick` text,
	`right` integer,
	`answered_at` integer,
	`skipped_at` integer,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recall_item_once` ON `recall_item` (`enrolment_id`,`weeks`,`item`);