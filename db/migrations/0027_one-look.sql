ALTER TABLE `access_log` ADD `act` text;--> statement-breakpoint
CREATE INDEX `access_log_act` ON `access_log` (`act`);--> statement-breakpoint
CREATE INDEX `access_log_looks` ON `access_log` (`school`,`at`,`id`) WHERE act is null or act = id;
--> statement-breakpoint
UPDATE `access_log` SET `act` = `together`.`first` FROM (
	SELECT `school`, `actor`, `what`, `at` / 1000 AS `second`, min(`id`) AS `first` FROM `access_log`
	WHERE `person` IS NOT NULL
	GROUP BY 1, 2, 3, 4 HAVING count(*) > 1
) AS `together`
WHERE `access_log`.`person` IS NOT NULL
	AND `access_log`.`school` = `together`.`school` AND `access_log`.`actor` = `together`.`actor`
	AND `access_log`.`what` = `together`.`what` AND `access_log`.`at` / 1000 = `together`.`second`;
