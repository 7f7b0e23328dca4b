CREATE TABLE `paper_quiz` (
	`number` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`attempt_id` text,
	`batch` text NOT NULL,
	`printed_by` text NOT NULL,
	`printed_at` integer NOT NULL,
	`entered_by` text,
	`entered_at` integer,
	`entered` text,
	`seen_at` integer,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_quiz_enrolment` ON `paper_quiz` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `paper_quiz_batch` ON `paper_quiz` (`school_id`,`batch`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_answer` (
	`attempt_id` text NOT NULL,
	`item` text NOT NULL,
	`pick` text NOT NULL,
	`confidence` text,
	`right` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `item`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_answer`("attempt_id", "item", "pick", "confidence", "right", "at") SELECT "attempt_id", "item", "pick", "confidence", "right", "at" FROM `answer`;--> statement-breakpoint
DROP TABLE `answer`;--> statement-breakpoint
ALTER TABLE `__new_answer` RENAME TO `answer`;--> statement-breakpoint
PRAGMA foreign_keys=ON;