CREATE TABLE `done_together` (
	`attendance_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`page` text NOT NULL,
	`scenario` text,
	PRIMARY KEY(`attendance_id`, `page`),
	FOREIGN KEY (`attendance_id`) REFERENCES `together_attendance`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `done_together_enrolment` ON `done_together` (`enrolment_id`);--> statement-breakpoint
CREATE TABLE `together_attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`outcome` text NOT NULL,
	`enrolment_id` text,
	`entry` text,
	`started_entry` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`taken_off_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `together_session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `together_attendance_once` ON `together_attendance` (`session_id`,`person_id`) WHERE taken_off_at is null;--> statement-breakpoint
CREATE INDEX `together_attendance_person` ON `together_attendance` (`person_id`);--> statement-breakpoint
CREATE INDEX `together_attendance_enrolment` ON `together_attendance` (`enrolment_id`);--> statement-breakpoint
CREATE TABLE `together_page` (
	`session_id` text NOT NULL,
	`page` text NOT NULL,
	`counts` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `page`),
	FOREIGN KEY (`session_id`) REFERENCES `together_session`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `together_session` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`module` text NOT NULL,
	`version` integer NOT NULL,
	`content_hash` text NOT NULL,
	`cohort_id` text,
	`held_on` text NOT NULL,
	`led_by` text NOT NULL,
	`ways` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`led_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `together_session_school` ON `together_session` (`school_id`,`held_on`);--> statement-breakpoint
ALTER TABLE `certificate_row` ADD `together` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `training_row` ADD `together` text DEFAULT '[]' NOT NULL;