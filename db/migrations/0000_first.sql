CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`module` text NOT NULL,
	`due_on` text NOT NULL,
	`paid_minutes` integer NOT NULL,
	`paid_time` text NOT NULL,
	`assigned_by` text NOT NULL,
	`assigned_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_cohort` ON `assignment` (`cohort_id`);--> statement-breakpoint
CREATE INDEX `assignment_school` ON `assignment` (`school_id`,`module`);--> statement-breakpoint
CREATE TABLE `cohort` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cohort_name` ON `cohort` (`school_id`,`name`);--> statement-breakpoint
CREATE TABLE `cohort_member` (
	`cohort_id` text NOT NULL,
	`person_id` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`cohort_id`, `person_id`),
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cohort_member_person` ON `cohort_member` (`person_id`);--> statement-breakpoint
CREATE TABLE `archived_version` (
	`content_hash` text PRIMARY KEY NOT NULL,
	`module` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`archived_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `answer` (
	`attempt_id` text NOT NULL,
	`item` text NOT NULL,
	`pick` text NOT NULL,
	`confidence` text NOT NULL,
	`right` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `item`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempt` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`n` integer NOT NULL,
	`seed` text NOT NULL,
	`items` text NOT NULL,
	`opened_at` integer NOT NULL,
	`marked_at` integer,
	`standard_met` integer,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_one_open` ON `attempt` (`enrolment_id`) WHERE marked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_n` ON `attempt` (`enrolment_id`,`n`);--> statement-breakpoint
CREATE TABLE `check_answer` (
	`enrolment_id` text NOT NULL,
	`question` text NOT NULL,
	`pick` text NOT NULL,
	`confidence` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`enrolment_id`, `question`),
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `commitment` (
	`enrolment_id` text PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`when` text NOT NULL,
	`know` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `key`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `enrolment` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`person_id` text NOT NULL,
	`module` text NOT NULL,
	`version` integer NOT NULL,
	`content_hash` text NOT NULL,
	`known_already` integer NOT NULL,
	`started_at` integer NOT NULL,
	`completed_at` integer,
	`completion_id` text,
	`rule_version` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolment_one_open` ON `enrolment` (`person_id`,`module`) WHERE completed_at is null;--> statement-breakpoint
CREATE INDEX `enrolment_person` ON `enrolment` (`person_id`,`module`);--> statement-breakpoint
CREATE TABLE `help_request` (
	`enrolment_id` text PRIMARY KEY NOT NULL,
	`agreed` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outcome_confidence` (
	`enrolment_id` text NOT NULL,
	`moment` text NOT NULL,
	`outcome` integer NOT NULL,
	`level` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`enrolment_id`, `moment`, `outcome`),
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `page_continued` (
	`enrolment_id` text NOT NULL,
	`page` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`enrolment_id`, `page`),
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reflection` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`module` text NOT NULL,
	`content_hash` text NOT NULL,
	`prompt` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reflection_prompt` ON `reflection` (`person_id`,`module`,`prompt`);--> statement-breakpoint
CREATE TABLE `scenario_choice` (
	`run_id` text NOT NULL,
	`n` integer NOT NULL,
	`step` text NOT NULL,
	`choice` integer NOT NULL,
	`why` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`run_id`, `n`),
	FOREIGN KEY (`run_id`) REFERENCES `scenario_run`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `scenario_run` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`scenario` text NOT NULL,
	`page` text NOT NULL,
	`started_at` integer NOT NULL,
	`at` text NOT NULL,
	`ending` text,
	`ended_at` integer,
	`debrief_read_at` integer,
	`summary_read_at` integer,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scenario_run_enrolment` ON `scenario_run` (`enrolment_id`,`scenario`);--> statement-breakpoint
CREATE TABLE `failed_sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `failed_sign_in_key` ON `failed_sign_in` (`key`,`at`);--> statement-breakpoint
CREATE TABLE `join_code` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `join_code_person` ON `join_code` (`person_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`staff_number` text,
	`role_group` text NOT NULL,
	`contract` text NOT NULL,
	`teams` text NOT NULL,
	`start_date` text NOT NULL,
	`leave_date` text,
	`password_hash` text,
	`joined_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email` ON `person` (`email`) WHERE email is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `person_staff_number` ON `person` (`school_id`,`staff_number`) WHERE staff_number is not null;--> statement-breakpoint
CREATE INDEX `person_school` ON `person` (`school_id`,`name`);--> statement-breakpoint
CREATE TABLE `person_role` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `school` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`urn` text,
	`who_to_tell` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`shared_device` integer NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE TABLE `setup_code` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `access_log` (
	`id` text PRIMARY KEY NOT NULL,
	`school` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`person` text,
	`what` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_log_person` ON `access_log` (`school`,`person`,`at`);--> statement-breakpoint
CREATE TABLE `certificate_row` (
	`school` text NOT NULL,
	`completion_id` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text,
	`module` text NOT NULL,
	`module_title` text NOT NULL,
	`version` integer NOT NULL,
	`content_hash` text NOT NULL,
	`minutes` integer NOT NULL,
	`outcomes` text NOT NULL,
	`completed_on` text NOT NULL,
	`status` text NOT NULL,
	PRIMARY KEY(`school`, `completion_id`, `from_seq`)
);
--> statement-breakpoint
CREATE INDEX `certificate_code` ON `certificate_row` (`code`);--> statement-breakpoint
CREATE TABLE `event` (
	`id` text PRIMARY KEY NOT NULL,
	`school` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`verb` text NOT NULL,
	`object` text NOT NULL,
	`module` text,
	`content_hash` text,
	`digests` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_seq` ON `event` (`school`,`seq`);--> statement-breakpoint
CREATE INDEX `event_at` ON `event` (`school`,`at`);--> statement-breakpoint
CREATE TABLE `event_detail` (
	`event_id` text NOT NULL,
	`digest` text NOT NULL,
	`salt` text NOT NULL,
	`name` text NOT NULL,
	`value` text,
	PRIMARY KEY(`event_id`, `digest`),
	FOREIGN KEY (`event_id`) REFERENCES `event`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_row` (
	`school` text NOT NULL,
	`person_id` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`name` text,
	`email` text,
	`staff_number` text,
	`role_group` text NOT NULL,
	`teams` text NOT NULL,
	`contract` text NOT NULL,
	`start_date` text NOT NULL,
	`leave_date` text,
	PRIMARY KEY(`school`, `person_id`, `from_seq`)
);
--> statement-breakpoint
CREATE TABLE `training_row` (
	`school` text NOT NULL,
	`row_id` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person_id` text NOT NULL,
	`module` text NOT NULL,
	`module_title` text NOT NULL,
	`version` integer,
	`content_hash` text,
	`cpd_type` text,
	`provider` text,
	`assigned_on` text,
	`due_on` text,
	`started_on` text,
	`completed_on` text,
	`standard_met` integer,
	`published_minutes` integer,
	`status` text NOT NULL,
	`happened_on` text,
	`recorded_on` text NOT NULL,
	`recorded_by_role` text NOT NULL,
	`record_id` text NOT NULL,
	PRIMARY KEY(`school`, `row_id`, `from_seq`)
);
--> statement-breakpoint
CREATE INDEX `training_row_person` ON `training_row` (`school`,`person_id`,`module`);--> statement-breakpoint
CREATE TABLE `tree_edge` (
	`school` text PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`size` integer NOT NULL,
	`edge` text NOT NULL,
	`last_at` integer NOT NULL
);
