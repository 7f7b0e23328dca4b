ALTER TABLE `enrolment` ADD `refreshes` text;--> statement-breakpoint
ALTER TABLE `certificate_row` ADD `refreshes` integer;