CREATE TABLE `school_change_row` (
	`school` text NOT NULL,
	`change_id` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`kind` text NOT NULL,
	`themes` text NOT NULL,
	`owner` text NOT NULL,
	`changed_on` text NOT NULL,
	`review_on` text,
	`reviewed_on` text,
	`words_digest` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`happened_on` text,
	`recorded_on` text NOT NULL,
	`recorded_by_role` text NOT NULL,
	`recorded_by` text NOT NULL,
	`record_id` text NOT NULL,
	`rests_on` text NOT NULL,
	PRIMARY KEY(`school`, `change_id`, `from_seq`)
);
--> statement-breakpoint
CREATE INDEX `school_change_from` ON `school_change_row` (`school`,`from_seq`);--> statement-breakpoint
CREATE TABLE `change_words` (
	`school_id` text NOT NULL,
	`change_id` text NOT NULL,
	`digest` text NOT NULL,
	`salt` text NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`school_id`, `digest`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_words_change` ON `change_words` (`school_id`,`change_id`);--> statement-breakpoint
CREATE TABLE `framework_note` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`framework` text NOT NULL,
	`topic` text NOT NULL,
	`hidden` integer NOT NULL,
	`words` text NOT NULL,
	`by_role` text NOT NULL,
	`written_on` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `framework_note_school` ON `framework_note` (`school_id`,`framework`);--> statement-breakpoint
CREATE TABLE `impact_measure` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`level` integer NOT NULL,
	`what` text NOT NULL,
	`figure` text NOT NULL,
	`unit` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`before_of` integer,
	`after_of` integer,
	`before_period` text NOT NULL,
	`after_period` text NOT NULL,
	`source` text NOT NULL,
	`also_changed` text NOT NULL,
	`by_role` text NOT NULL,
	`written_on` text NOT NULL,
	`created_at` integer NOT NULL,
	`taken_off_on` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `impact_measure_school` ON `impact_measure` (`school_id`,`written_on`);--> statement-breakpoint
CREATE TABLE `self_audit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`theme` text NOT NULL,
	`moment` text NOT NULL,
	`words` text,
	`by_role` text NOT NULL,
	`written_on` text NOT NULL,
	`created_at` integer NOT NULL,
	`taken_out_on` text,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `self_audit_school` ON `self_audit_entry` (`school_id`,`theme`);