CREATE TABLE `governors_link` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`label` text NOT NULL,
	`token_hash` text NOT NULL,
	`as_at` text,
	`last_day` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`opened` integer DEFAULT 0 NOT NULL,
	`opened_on` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `governors_link_token` ON `governors_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `governors_link_school` ON `governors_link` (`school_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `access_log_at` ON `access_log` (`school`,`at`,`id`);