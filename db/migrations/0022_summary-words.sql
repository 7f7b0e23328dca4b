CREATE TABLE `summary_words` (
	`school_id` text NOT NULL,
	`part` text NOT NULL,
	`written_on` text NOT NULL,
	`words` text NOT NULL,
	`by_role` text NOT NULL,
	PRIMARY KEY(`school_id`, `part`, `written_on`),
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
