CREATE TABLE `content_report` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`module` text NOT NULL,
	`page` text NOT NULL,
	`content_hash` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text,
	`person_id` text,
	`sent_on` text NOT NULL,
	`answer` text,
	`closed_on` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `content_report_page` ON `content_report` (`school_id`,`module`,`page`);--> statement-breakpoint
CREATE TABLE `sign_off` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`module` text NOT NULL,
	`content_hash` text NOT NULL,
	`version` integer NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`read_on` text NOT NULL,
	`read_for` text NOT NULL,
	`verdict` text NOT NULL,
	`remarks` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_for` text,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_off_version` ON `sign_off` (`school_id`,`content_hash`);--> statement-breakpoint
ALTER TABLE `school` ADD `will_not_change` text;