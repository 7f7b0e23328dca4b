CREATE TABLE `withdrawn_completion` (
	`completion_id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`completed_at` integer NOT NULL,
	`rule_version` integer NOT NULL,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `attempt_one_open`;--> statement-breakpoint
ALTER TABLE `attempt` ADD `set_aside_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_one_open` ON `attempt` (`enrolment_id`) WHERE marked_at is null and set_aside_at is null;--> statement-breakpoint
DROP INDEX `enrolment_one_open`;--> statement-breakpoint
ALTER TABLE `enrolment` ADD `set_aside_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `enrolment_one_open` ON `enrolment` (`person_id`,`module`) WHERE completed_at is null and set_aside_at is null;