import { DefinitionList } from '~/ui/panel';

/** Each role, and what it can see about somebody on the staff list. */
export function WhoReadsWhat() {
  return (
    <>
      <h2 id="who">Who can see what about you</h2>
      <DefinitionList
        items={[
          {
            term: 'You',
            children:
              'Everything: your answers and their explanations, what you wrote, your certificates, and the whole of your record.',
          },
          {
            term: 'Your attachment lead, and their deputy while the lead is away',
            children:
              'Your name, role, teams, working days, dates at the school and dates on leave; which modules you were given, and whether each is not started, in progress or completed, and by when; and the training record, as your headteacher does. After you were twice not yet at the standard, Attune asks you whether the lead may offer help. Until you say yes, the lead sees “in progress” and nothing else. A list of who may need a hand this week is made of these same things and of nothing more. After a module done together, the lead says who was there, and sees for whom it counts; nothing that is said or chosen in the room is kept with a name.',
          },
          {
            term: 'Your attachment lead, about everyone together',
            children:
              'What people found hard: for a question, whether few, some or most chose something other than the module’s answer, and were sure of it; for a moment in a scenario, what was chosen first. Only first answers are counted, only in fives, and never so that what lies between two figures is fewer than five people. It names nobody, and nothing that is too small to show can be opened.',
          },
          {
            term: 'Whoever types in a quiz that you filled in on paper',
            children:
              'The letters that you ticked, and your name. It is your attachment lead or their deputy, and they are not told whether the standard was met. You are told who typed it in and when. On a phone or a computer nobody sees what you tick. Of a code for your quiz on a shared computer, your lead sees whether it was used and when, and nothing of how it went.',
          },
          {
            term: 'Your headteacher',
            children:
              'The training record: who completed which module, which version, on what date, and its published minutes; which INSET days, meetings and courses they attended; and how many staff that is, by role and team. The head can download this, and show it to governors and inspectors. Of all staff together, only in fives, and from ten on: whether few, some or most met the standard at their first go and had the first question that came back right; and in fives, what was tried in practice. None of that is ever said of a person, a team or a role.',
          },
          {
            term: 'Your school office, where it keeps the staff list',
            children:
              'Your name, e-mail address or staff number, role, teams, working days and dates at the school, and whether you have joined. Nothing of what you learned.',
          },
          {
            term: 'Your school’s trust, where it is of one',
            children:
              'Totals of each school: how many are on its staff, and how many of them completed each module. It can give every school a pathway. If your headteacher gives it leave, it also sees the names of those who have still to do a module; whenever it does, that stands among who looked at your record.',
          },
          {
            term: 'Governors, or whoever else your headteacher gives a link',
            children:
              'Totals of all staff, on one page: how many completed which module, by role where a role has five people or more, what the school changed, and what was understood and tried, in fives. No name, and nothing that opens to one. The link ends on a day, and can be withdrawn.',
          },
          {
            term: 'Other staff',
            children: 'Nothing.',
          },
          {
            term: 'Anyone with the code on a certificate',
            children:
              'What that certificate says, so that it can be checked. You decide who gets it.',
          },
          {
            term: 'Whoever runs the server',
            children:
              'See below: someone who has both the database and its keys could read what is stored, what you wrote included.',
          },
        ]}
      />
    </>
  );
}
