CREATE TABLE `trust` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `school` ADD `trust_id` text REFERENCES trust(id);--> statement-breakpoint
ALTER TABLE `school` ADD `names_to_trust` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `setup_code` ADD `trust_id` text REFERENCES trust(id);--> statement-breakpoint
ALTER TABLE `setup_code` ADD `expires_at` integer;