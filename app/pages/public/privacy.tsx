import { Link } from '@remix-run/react';
import { Notice } from '~/ui/notice';
import { DefinitionList } from '~/ui/panel';
import { PublicPage } from '~/ui/public-page';
import { title } from '~/ui/title';
import { WhoReadsWhat } from './who-reads-what';

export const meta = () => title('Who sees what');

export default function Privacy() {
  return (
    <PublicPage
      title="Who sees what"
      intro="What Attune keeps about you, who can read it, how long it stays, and what you can do about it."
    >
      <div className="prose">
        <p>
          In short: your school sees <strong>that</strong> you completed a module and when. It does
          not see <strong>how</strong>: not your answers, not your score, not how sure you were, not
          what you chose in a scenario, not how long you took, not a word you wrote.
        </p>
        <WhoReadsWhat />
        <WrittenWords />
        <WhatLeaves />
        <WhatIsMailed />
        <HowLong />
        <YourRights />
        <OnThisComputer />
      </div>
    </PublicPage>
  );
}

function WrittenWords() {
  return (
    <>
      <h2 id="words">What you write</h2>
      <p>
        Reflections, your reasons in a scenario, the one thing you will do, what became of it and
        the notes in your practice log are yours. They are encrypted before they are stored, no page
        shows them to anyone but you, and they are in no download but your own. You can read and
        delete reflections at any time under{' '}
        <Link to="/account/words" prefetch="none">
          your words
        </Link>
        . Please do not name children in them.
      </p>
      <Notice kind="care" title="What encryption does and does not do">
        <p>
          The keys are kept apart from the database and its backups, so a lost backup does not give
          away what you wrote. But they are on the same server. Whoever runs that server, with the
          keys in hand, could read what you wrote. Attune cannot prevent that, and does not claim
          to.
        </p>
      </Notice>
      <p>
        Your answers to checks, to quizzes and to questions that come back after a module are stored
        as they are, not encrypted. No page shows them to anyone but you; first answers to the quiz
        and first choices in a scenario are counted, in fives, in what your lead sees of everyone
        together; whether the standard was met at the first go, and the first of the questions that
        came back, in what your headteacher sees of all staff together. What you pick in the
        practice log is stored in the same way: your school may count how often each practice was
        noted by all staff together, never by whom.
      </p>
      <p>
        “Something wrong here?” at the foot of a page goes to your attachment leads. Unless you put
        your name to it, Attune keeps the page, its version, what you wrote and the day, and neither
        your name nor the time. What you write there is stored encrypted.
      </p>
      <p>
        Nothing you type here reports anything. If you are worried about a child, tell your
        safeguarding lead now; your first page shows who that is.
      </p>
    </>
  );
}

function WhatLeaves() {
  return (
    <>
      <h2 id="leaves">What leaves Attune with your name on it</h2>
      <p>
        A certificate says: your name and school, the module, its version and what it covers, that
        the standard was met, the date, and the minutes published for the module; where pages were
        done together with others, also on which day, and who led it. A training record that the
        headteacher downloads has a line for each module that somebody was asked to do, began or
        completed, and for each INSET day, meeting or course that they attended, people who have
        left since included: what a certificate says (of what was done together, only that it was),
        or the day, who gave it and how long it lasted, with their role, teams, contract and dates
        at the school, when they were asked, by when, and when they began. Whoever was asked for
        nothing, began nothing and attended nothing is not in it. Minutes are the same for everyone;
        nobody is timed, and what a session cost stands on nobody’s record. Neither ever holds a
        score, an answer, how sure you were, a scenario choice, time taken or anything you typed.
      </p>
      <p>
        Every entry in the record is sealed in such a way that a later change to it can be found
        out. A mistake is put right by a new entry with a reason; the old one stays readable beside
        it.
      </p>
    </>
  );
}

function WhatIsMailed() {
  return (
    <>
      <h2 id="mailed">What is written to you</h2>
      <p>
        A link with which you join, and at most one reminder a week: which modules are open for you,
        how long they take, the time you are paid for them, and whom to ask. It comes on your
        working days, between 8 and 5, never on leave or in the holidays. You choose its tone and
        its days under{' '}
        <Link to="/account/reminders" prefetch="none">
          your reminders
        </Link>
        . Your attachment lead reads the reminders before they go, or lets them go on a day of the
        week, and so can tell how you chose; nobody else is told. No message holds an answer, a
        score or anything you wrote. E-mail passes through the servers of whoever runs your school’s
        mail.
      </p>
      <p>
        On Fridays your attachment lead may get a list of who has asked for a hand, whose date has
        gone by and who has not joined. It says no more than that.
      </p>
    </>
  );
}

function HowLong() {
  return (
    <>
      <h2 id="how-long">How long it is kept</h2>
      <DefinitionList
        items={[
          {
            term: 'The training record',
            children:
              'While you work at the school, and afterwards for as long as your school’s own rule says; many schools keep it for six years, for references. When that time is up, your name, e-mail address and staff number can be erased from it. Your role, the dates and a random number stay, so that past counts remain true.',
          },
          {
            term: 'Who looked at your record',
            children:
              'With the training record. You see each time that somebody else downloaded it or opened it among the evidence, and each day on which your attachment lead, or whoever leads your cohort, opened a page that says how far you are.',
          },
          {
            term: 'Answers',
            children:
              '24 months, then they are deleted. The record does not change: it holds only whether the standard was met.',
          },
          {
            term: 'What you chose in a scenario, and how confident you said you felt',
            children: 'As long as the training record.',
          },
          {
            term: 'That you were there when a module was done together',
            children:
              'With the training record: the day, who led it, and which pages count for you. What the group chose in an example is kept with the session and says nothing about anybody in it.',
          },
          {
            term: 'Practice log',
            children:
              'Until you delete a note, or 24 months. The words of a note also go 30 days after your last day at the school.',
          },
          {
            term: 'Dates away',
            children:
              'Your attachment lead may enter the dates on which you are on leave, and never why, so that nothing is asked for while you are away. They are deleted 24 months after the last of them, or 30 days after you leave.',
          },
          {
            term: 'What was written to you',
            children:
              'Two months after it was sent, or was not to be. The link in a message with which you join is encrypted while it waits, and deleted as soon as it has gone.',
          },
          {
            term: 'That your attachment lead has spoken with you',
            children:
              'Until the Friday after, so that nobody asks you twice in one week. It is not in the training record, and what was said is nowhere.',
          },
          {
            term: 'Reflections, and what became of a commitment',
            children:
              'Until you delete them, or until 30 days after your last day at the school. Download them before then if you want to keep them.',
          },
          {
            term: 'What you report about a page',
            children: 'Until a year after your lead has closed it.',
          },
          {
            term: 'Who opened one of the school’s own modules to staff, or closed it',
            children:
              'The lead’s name and the day, beside that module for the other leads to see, for as long as the training record.',
          },
          {
            term: 'Unfinished typing',
            children:
              'Kept for you as a draft, encrypted, until you send the form or until 30 days after your last day at the school.',
          },
          {
            term: 'Being signed in',
            children:
              'On a shared computer, until you sign out or 15 minutes pass without a sign of you. On a device of your own, 30 days after you last used Attune.',
          },
        ]}
      />
    </>
  );
}

function YourRights() {
  return (
    <>
      <h2 id="rights">What you can do</h2>
      <ul>
        <li>
          <strong>See it and take it with you.</strong>{' '}
          <Link to="/account/record" prefetch="none">
            Your record
          </Link>{' '}
          shows what the school sees, and who opened or downloaded it. Your account has a download
          of everything about you, in a file that other programs can read.
        </li>
        <li>
          <strong>Have it put right.</strong> If your name, role, dates or a completion is wrong,
          tell your attachment lead or the school office.
        </li>
        <li>
          <strong>Object, or ask for something to be deleted.</strong> Ask your school. It decides
          about your data, and has to answer within a month; where the law asks it to keep a record,
          it may have to say no, and will tell you why.
        </li>
        <li>
          <strong>Complain.</strong> To your school first, which has to acknowledge a complaint
          about personal data within 30 days. You can also go to the Information Commission, which
          is still called the ICO: <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a>, or
          0303 123 1113.
        </li>
      </ul>
      <p>
        Attune makes no decisions about people by itself, and follows neither keystrokes nor
        attention. It is for learning. Nobody’s answers can be used to judge how well they do their
        job, because nobody in school is shown them, but for the letters on a sheet of paper that
        somebody asked to have typed in.
      </p>
    </>
  );
}

function OnThisComputer() {
  return (
    <>
      <h2 id="cookies">On this computer</h2>
      <p>
        Attune sets one cookie, which keeps you signed in. There are no trackers, no advertising and
        no files from other companies. Unless you say that the device is your own, Attune takes it
        to be shared: nothing you type is stored in the browser, and pages about you are not kept in
        its cache.
      </p>
    </>
  );
}
