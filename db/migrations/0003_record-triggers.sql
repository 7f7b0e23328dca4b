-- The record only grows. INSERT OR REPLACE deletes without firing DELETE triggers, so a second row of the same key is
-- refused as well.
CREATE TRIGGER `event_no_update` BEFORE UPDATE ON `event`
BEGIN SELECT RAISE(ABORT, 'an event is never changed: append a correction'); END;
--> statement-breakpoint
CREATE TRIGGER `event_no_delete` BEFORE DELETE ON `event`
BEGIN SELECT RAISE(ABORT, 'an event is never deleted: append a withdrawal'); END;
--> statement-breakpoint
CREATE TRIGGER `event_no_replace` BEFORE INSERT ON `event`
WHEN EXISTS (SELECT 1 FROM `event` WHERE `id` = NEW.`id`)
  OR EXISTS (SELECT 1 FROM `event` WHERE `school` = NEW.`school` AND `seq` = NEW.`seq`)
BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER `event_detail_no_update` BEFORE UPDATE ON `event_detail`
BEGIN SELECT RAISE(ABORT, 'a disclosure is never changed: append a correction'); END;
--> statement-breakpoint
CREATE TRIGGER `event_detail_no_delete` BEFORE DELETE ON `event_detail`
WHEN OLD.`name` NOT IN ('name', 'email', 'staffNumber')
BEGIN SELECT RAISE(ABORT, 'only names, e-mails and staff numbers are ever erased'); END;
--> statement-breakpoint
CREATE TRIGGER `event_detail_no_replace` BEFORE INSERT ON `event_detail`
WHEN EXISTS (SELECT 1 FROM `event_detail` WHERE `event_id` = NEW.`event_id` AND `digest` = NEW.`digest`)
BEGIN SELECT RAISE(ABORT, 'a disclosure is never replaced'); END;
