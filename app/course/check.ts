import type { Audience, Problem } from './module';
import type { CheckContext, GuideOutline, Library, ModuleOutline, PageOutline } from './outline';
import { castIsFair } from './rules/cast-is-fair';
import { choicesAreEven } from './rules/choices-are-even';
import { citationsExist } from './rules/citations-exist';
import { coversExist } from './rules/covers-exist';
import { criticalItemsFitTheDraw } from './rules/critical-items-fit-the-draw';
import { criticalItemsHaveForms } from './rules/critical-items-have-forms';
import { headingsInOrder } from './rules/headings-in-order';
import { frontHouseStyle, houseStyle, summaryHouseStyle } from './rules/house-style';
import { idsAreUnique } from './rules/ids-are-unique';
import { imagesHaveText } from './rules/images-have-text';
import { insteadIsSeen } from './rules/instead-is-seen';
import { kindChoiceIsNotLongest } from './rules/kind-choice-is-not-longest';
import { kindChoiceMayFail } from './rules/kind-choice-may-fail';
import { kindChoiceMoves } from './rules/kind-choice-moves';
import { libraryHolds } from './rules/library-holds';
import { linksLeadSomewhere } from './rules/links-lead-somewhere';
import { moduleIsWhole } from './rules/module-is-whole';
import { optionsAreEnough } from './rules/options-are-enough';
import { optionsAreEven } from './rules/options-are-even';
import { optionsAreExplained } from './rules/options-are-explained';
import { allProse } from './rules/pieces';
import { proseOnly } from './rules/prose-only';
import { questionsHaveRightAnswers } from './rules/questions-have-right-answers';
import { questionsPointSomewhere } from './rules/questions-point-somewhere';
import { quizBankIsDeepEnough } from './rules/quiz-bank-is-deep-enough';
import { readingEase } from './rules/reading-ease';
import { pageReviewIsDue, reviewIsDue } from './rules/review-is-due';
import { rightAnswersAreNotLongest } from './rules/right-answers-are-not-longest';
import { rightAnswersAreSpread } from './rules/right-answers-are-spread';
import { routeFitsItsLength } from './rules/route-fits-its-length';
import { scenarioCanBeRepaired } from './rules/scenario-can-be-repaired';
import { scenarioEndsThreeWays } from './rules/scenario-ends-three-ways';
import { scenarioHasSummary } from './rules/scenario-has-summary';
import { scenarioLinksLeadSomewhere } from './rules/scenario-links-lead-somewhere';
import { scenarioStepsAreReached } from './rules/scenario-steps-are-reached';

type Rule = (module: ModuleOutline, context: CheckContext) => Problem[];
type PageRule = (page: PageOutline, context: CheckContext) => Problem[];

/** Every rule of a module that reads; what could not be read at all was reported when reading. */
const rules: readonly Rule[] = [
  idsAreUnique,
  moduleIsWhole,
  questionsHaveRightAnswers,
  optionsAreEnough,
  optionsAreExplained,
  optionsAreEven,
  rightAnswersAreSpread,
  rightAnswersAreNotLongest,
  questionsPointSomewhere,
  quizBankIsDeepEnough,
  criticalItemsFitTheDraw,
  criticalItemsHaveForms,
  scenarioLinksLeadSomewhere,
  scenarioStepsAreReached,
  scenarioCanBeRepaired,
  scenarioEndsThreeWays,
  scenarioHasSummary,
  choicesAreEven,
  kindChoiceMoves,
  kindChoiceIsNotLongest,
  kindChoiceMayFail,
  castIsFair,
  coversExist,
  frontHouseStyle,
  routeFitsItsLength,
  reviewIsDue,
];

/** What is asked of every page of text, in a module or not. */
const pageRules: readonly PageRule[] = [
  citationsExist,
  houseStyle,
  imagesHaveText,
  headingsInOrder,
  linksLeadSomewhere,
];

/** All that is wrong with a module, what was found while reading it included. */
export function checkModule(module: ModuleOutline, context: CheckContext): Problem[] {
  return [
    ...module.problems,
    ...rules.flatMap((rule) => rule(module, context)),
    ...allProse(module).flatMap((page) => checkPage(page, context)),
    ...(module.staffMeeting ? proseOnly(module.staffMeeting) : []),
  ];
}

/** All that is wrong with a guide. */
export function checkGuide(
  { front, page, problems }: GuideOutline,
  context: CheckContext,
): Problem[] {
  return [
    ...problems,
    ...(front ? summaryHouseStyle(page.file, front.summary, context) : []),
    ...checkPage(page, context, front?.audience),
    ...proseOnly(page),
    ...pageReviewIsDue(page, context),
  ];
}

function checkPage(page: PageOutline, context: CheckContext, audience?: Audience): Problem[] {
  return [
    ...pageRules.flatMap((rule) => rule(page, context)),
    ...readingEase(page, context, audience),
  ];
}

/** All that is wrong with the shared files. `slugs` are the modules that there are. */
export function checkLibrary(library: Library, slugs: readonly string[]): Problem[] {
  return [...library.problems, ...libraryHolds(library, slugs), ...insteadIsSeen(library)];
}
