ALTER TABLE `impact_measure` ADD `before_until` text;--> statement-breakpoint
ALTER TABLE `impact_measure` ADD `after_until` text;--> statement-breakpoint
ALTER TABLE `impact_measure` ADD `first_id` text;