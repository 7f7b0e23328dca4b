/**
 * Some common first names of children at school in England, for telling a name at the start of a sentence. Nobody's in
 * particular and far from all of them. Names that are everyday words at the start of a sentence are left out: Will,
 * Grace, Hope, Joy, Mark, Rose, Max.
 */
export const firstNames =
  `Aaliyah Aarav Aaron Abdul Abdullah Abena Abigail Adaeze Adam Adunni Adwoa Agnieszka Aiden Aiko Aisha Ajay Akosua
Aleksander Aleksandra Alex Alexander Alfie Ali Alice Alicja Alina Alisha Ama Amara Amelia Amelie Amina Amir Amit Amna
Amy Ananya Anastasia Anaya Andreea Andrei Ania Anika Anisa Anjali Anna Antoni Aoife Archie Aria Arjun Armaan Artem
Arthur Arun Aryan Asha Asiya Ava Ayaan Ayesha Ayla Aylin Ayo Ayodele Azaan Beatriz Bella Ben Benjamin Bilal Bobby
Bogdan Bohdan Bronwyn Caleb Callie Callum Cameron Carys Catrin Chanel Charlie Charlotte Chiara Chidera Chidi Chioma
Chloe Cian Ciara Connor Cristian Daisy Daniel Danylo Darcie Daria Darius David Deepak Deshawn Dev Diego Diya Dmytro
Duaa Dylan Ebony Ebrahim Eden Edward Eesa Efua Eilidh Elena Elias Elif Elijah Eliza Ella Ellie Elsie Emeka Emily Emma
Emre Erin Eshal Esme Ethan Eva Evie Ewa Ezra Faisal Farah Farhan Fatima Fatou Fatoumata Felix Femi Filip Finley Fiza
Florence Folake Franek Frankie Freddie Freya Gabriel Gabriela George Georgia Gethin Giulia Gurpreet Habiba Hadiya
Hafsa Haider Hamish Hamza Hana Hania Hannah Harley Haroon Harper Harpreet Harriet Harrison Harry Harvey Hasan Hashim
Hassan Heidi Henry Holly Hudson Hugo Hussain Hussein Ibrahim Idris Ifeoma Ikram Iman Imogen Imran Inaya Ines Ioana
Isaac Isabella Isabelle Isaiah Isha Ishaan Isla Ismail Ivan Ivy Iwan Jack Jackson Jacob Jaden Jake Jakub Jamal James
Jamie Jasleen Jasmine Jaspreet Javier Jaxon Jayden Jerome Jessica Jibril Joel Joseph Joshua Juan Jude Julia Kacper Kai
Kamil Karim Karolina Kasia Katarzyna Kateryna Kayden Keira Keisha Khadija Khalid Kian Kieran Kiran Kofi Krish Krystian
Kuba Kwabena Kwame Kyle Lacey Laila Latisha Layla Leah Leila Lena Leo Leon Lexi Leyla Liam Lily Logan Lola Lorenzo
Louie Louis Luca Lucas Lucy Luka Luke Luna Maciej Mahnoor Maisie Maja Malaika Mali Malika Manpreet Marcel Marek Maria
Mariam Mariama Martha Maryam Mason Matei Mateo Mateusz Matilda Matteo Maya Meera Mehmet Mehreen Mei Mia Michael Michal
Michał Mikolaj Mikołaj Mila Millie Milo Minh Miriam Mohammad Mohammed Molly Muhammad Musa Mustafa Myla Nabil Nadia
Nadifa Nancy Naomi Nasra Natalia Nathan Neha Nevaeh Ngozi Nia Niamh Nicole Nikita Nikola Nina Nisha Noah Noor Nour Nur
Oisin Oksana Oleksandr Olena Oliver Olivia Olivier Oliwia Ollie Oluwaseun Omar Omari Orla Oscar Osman Otis Owen Patryk
Paula Pawel Paweł Phoebe Piotr Pola Poppy Pranav Preeti Priya Radu Rafael Rafał Rahul Rania Ranveer Rayan Rayyan
Razvan Reece Reggie Reuben Rhys Rihanna Riley Riya Rohan Roksana Roman Ronnie Rory Rosie Ruby Ruqayyah Ryan Saad
Saanvi Safa Safiya Sahra Saima Salma Salman Sam Samira Samuel Sana Santiago Saoirse Sara Sarah Scarlett Sebastian
Seren Serhii Shanelle Shanice Shannon Shreya Sian Sidra Sienna Simran Siân Sofia Sofiia Sophia Sophie Soraya Stanley
Stefan Subhan Sulaiman Suleiman Sumaya Sumayya Syed Szymon Taiwo Tamara Tanisha Tara Tariq Teddy Temi Theo Theodore
Thomas Tiago Tianna Tilly Tobi Toby Tomasz Tomek Tommy Tunde Tyler Tyrese Umar Usman Vanessa Vihaan Viktor Viktoriia
Violet Vlad Wei Wiktor Wiktoria William Willow Wojciech Wojtek Yahya Yaseen Yasin Yasmin Yousef Yuki Yusef Yusra Yusuf
Zac Zachary Zahra Zaid Zain Zainab Zakariya Zara Zayd Zayn Zeynep Ziva Zoe Zofia Zoha Zosia Zoë Zuri Zuzanna`
    .split(/\s+/)
    .filter(Boolean);
