CREATE TABLE `staff_import` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`by` text NOT NULL,
	`file` text,
	`state` text NOT NULL,
	`list` text,
	`answers` text,
	`counts` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_import_school` ON `staff_import` (`school_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `staff_import_row` (
	`import_id` text NOT NULL,
	`person_id` text NOT NULL,
	`deed` text NOT NULL,
	`before` text,
	`after` text,
	`undone` text,
	PRIMARY KEY(`import_id`, `person_id`),
	FOREIGN KEY (`import_id`) REFERENCES `staff_import`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_import_row_person` ON `staff_import_row` (`person_id`);--> statement-breakpoint
ALTER TABLE `person` ADD `working_days` text;