/**
 * Some common first names of children at school in England, for telling a name at the start of a sentence. Nobody's in
 * particular and far from all of them. Names that are everyday words at the start of a sentence are left out: Will,
 * Grace, Hope, Joy, Mark, Rose, Max.
 */
export const firstNames =
  `Aaliyah Aaron Abdul Abdullah Abigail Adam Aisha Alex Alexander Alfie Ali Alice Amelia Amelie Amina Amir Amy Anaya
Anna Archie Aria Arthur Arun Aryan Ava Ayaan Ayesha Bella Ben Benjamin Bobby Caleb Callum Cameron Charlie Charlotte
Chloe Connor Daisy Daniel Darcie David Dylan Eden Edward Eliza Elijah Ella Ellie Elsie Emily Emma Erin Ethan Eva Evie
Ezra Fatima Felix Finley Florence Frankie Freddie Freya Gabriel George Georgia Hamza Hannah Harley Harper Harriet
Harrison Harry Harvey Hassan Heidi Henry Holly Hudson Hugo Ibrahim Imogen Inaya Isaac Isabella Isabelle Isla Ivy Jack
Jackson Jacob Jaden Jake Jakub James Jamie Jasmine Jaxon Jayden Jessica Joel Joseph Joshua Julia Kai Kayden Kian Kofi
Kwame Lacey Layla Leah Leo Leon Leyla Liam Lily Lola Louie Louis Luca Lucas Lucy Luke Luna Mahnoor Maisie Maria Martha
Maryam Mason Matilda Maya Mia Michael Mila Millie Milo Mohammad Mohammed Molly Muhammad Musa Nancy Nathan Nevaeh Noah
Nour Oliver Olivia Ollie Omar Oscar Otis Owen Phoebe Poppy Priya Rayan Reggie Reuben Riley Rohan Ronnie Roman Rory
Rosie Ruby Ryan Sam Samuel Sara Sarah Scarlett Sebastian Sienna Sofia Sophia Sophie Stanley Syed Tariq Teddy
Theo Theodore Thomas Tilly Toby Tommy Tyler Violet William Willow Yusuf Zac Zachary Zain Zainab Zara Zoe Zoë Zofia`
    .split(/\s+/)
    .filter(Boolean);
