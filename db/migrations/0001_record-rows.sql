DROP INDEX `event_at`;--> statement-breakpoint
CREATE INDEX `event_at` ON `event` (`school`,`at`,`seq`);--> statement-breakpoint
ALTER TABLE `staff_row` ADD `happened_on` text;--> statement-breakpoint
ALTER TABLE `staff_row` ADD `recorded_on` text NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_row` ADD `recorded_by_role` text NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_row` ADD `recorded_by` text NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_row` ADD `record_id` text NOT NULL;--> statement-breakpoint
ALTER TABLE `staff_row` ADD `rests_on` text NOT NULL;--> statement-breakpoint
CREATE INDEX `staff_row_from` ON `staff_row` (`school`,`from_seq`);--> statement-breakpoint
ALTER TABLE `training_row` ADD `asked` text NOT NULL;--> statement-breakpoint
ALTER TABLE `training_row` ADD `completion_id` text;--> statement-breakpoint
ALTER TABLE `training_row` ADD `recorded_by` text NOT NULL;--> statement-breakpoint
ALTER TABLE `training_row` ADD `rests_on` text NOT NULL;--> statement-breakpoint
CREATE INDEX `training_row_completion` ON `training_row` (`school`,`completion_id`);--> statement-breakpoint
CREATE INDEX `training_row_from` ON `training_row` (`school`,`from_seq`);--> statement-breakpoint
CREATE INDEX `certificate_person` ON `certificate_row` (`school`,`person_id`);