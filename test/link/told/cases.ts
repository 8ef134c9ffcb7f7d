/** Reports of invented events in both languages, with the events that they tell: kind, day, places, least/best/most, named, differing. */
export type Case = {
  readonly name: string;
  readonly reports: readonly string[];
  readonly alike?: readonly (readonly string[])[];
  readonly events: readonly string[];
  /** Shares neither a place and day nor a name with another case. */
  readonly isAlone?: true;
};

export const CASES: readonly Case[] = [
  {
    name: "who was hanged elsewhere gives those of several prisons no one place",
    reports: [
      "On Tuesday, 2 September 2025, seven prisoners, including a woman, were hanged in Karaj. Golbahar Tirdadi and Saman Sheydapoor were hanged in Zahedan on Tuesday, 2 September 2025. Sohrab Delgosha, 52, was hanged in Dastgerd Prison in Isfahan on Tuesday, 2 September 2025.",
    ],
    events: ["execution 2025-09-02 dastgerd+karaj+zahedan: 7/7/7 3 named"],
  },
  {
    name: "two languages, one of them with the province alone",
    reports: [
      "Two people were executed in Lakan Prison in Rasht on 17 September 2025, the Lantern Monitor said.",
      "دو نفر در ۲۶ شهریور ۱۴۰۴ در استان گیلان اعدام شدند.",
      "سه نفر در ۲۸ شهریور ۱۴۰۴ در استان گیلان اعدام شدند.",
    ],
    events: [
      "execution 2025-09-17 lakan: 2/2/2 0 named",
      "execution 2025-09-19 gilan: 3/3/3 0 named",
    ],
  },
  {
    name: "who is quoted with less hides nothing",
    reports: [
      "Security forces killed five people in Izeh on 10 November 2025. The governor of Izeh said two people were killed.",
    ],
    events: ["killing 2025-11-10 izeh: 2/5/5 0 named number"],
    isAlone: true,
  },
  {
    name: "who is quoted with less hides nothing, in Persian",
    reports: [
      "در پی تیراندازی مأموران در سراوان در ۲۰ آبان ۱۴۰۴ دست‌کم ده نفر کشته شدند. فرمانده انتظامی سراوان گفت سه نفر کشته شده‌اند.",
    ],
    events: ["killing 2025-11-11 saravan: 3/10/10+ 0 named number"],
    isAlone: true,
  },
  {
    name: "a number that the words give to nobody stands beside the first",
    reports: [
      "پنج تن در تیراندازی مأموران در ایذه در ۱۸ مهر ۱۴۰۴ کشته شدند. فرماندار ایذه شمار کشته‌ها را دو نفر اعلام کرد.",
    ],
    events: ["killing 2025-10-10 izeh: 2/5/5 0 named number"],
    isAlone: true,
  },
  {
    name: "two who are quoted, the second without day and place",
    reports: [
      "Ten protesters were killed in Saravan on 14 November 2025, the Baluch Monitor said. The police put the number of dead at three.",
    ],
    events: ["killing 2025-11-14 saravan: 3/3/10 0 named number"],
    isAlone: true,
  },
  {
    name: "two reports, one of each side",
    reports: [
      "Six protesters were killed in Marivan on 3 November 2025, the Lantern Monitor said.",
      "Two people were killed in Marivan on 3 November 2025, the police said.",
    ],
    events: ["killing 2025-11-03 marivan: 2/2/6 0 named number"],
    isAlone: true,
  },
  {
    name: "rows without a name are people",
    reports: [
      "# List of executions, September 2025\n\n| No. | Name | Date | Prison | Charge |\n|---|---|---|---|---|\n| 1 | Fereshteh Aminpoor | 9 September 2025 | Vakilabad, Mashhad | Murder |\n| 2 | Unidentified | 9 September 2025 | Vakilabad, Mashhad | Drug offences |\n| 3 | Unnamed man | 9 September 2025 | Vakilabad, Mashhad | Drug offences |\n| 4 | Saman Gholamzad | 12 September 2025 | Vakilabad, Mashhad | Drug offences |",
    ],
    events: [
      "execution 2025-09-09 vakilabad: 3/3/3 1 named",
      "execution 2025-09-12 vakilabad: 1/1/1 1 named",
    ],
    isAlone: true,
  },
  {
    name: "a row without a name, in Persian",
    reports: [
      "فهرست اعدام‌ها\n\n۱. فرشته امین‌پور، ۱۱ شهریور ۱۴۰۴، زندان وکیل‌آباد مشهد\n۲. نامشخص، ۱۱ شهریور ۱۴۰۴، زندان وکیل‌آباد مشهد",
    ],
    events: ["execution 2025-09-02 vakilabad: 2/2/2 1 named"],
  },
  {
    name: "a name that comes later fills the row of whom nobody named",
    reports: [
      "# List of executions, September 2025\n\n| No. | Name | Date | Prison | Charge |\n|---|---|---|---|---|\n| 1 | Golbahar Sheydapoor | 19 September 2025 | Vakilabad, Mashhad | Murder |\n| 2 | Unidentified | 19 September 2025 | Vakilabad, Mashhad | Drug offences |",
      "Sohrab Tirdadi was hanged in Vakilabad Prison in Mashhad on 19 September 2025.",
    ],
    events: ["execution 2025-09-19 vakilabad: 2/2/2 2 named"],
    isAlone: true,
  },
  {
    name: "who died beside somebody is told of beside him",
    reports: [
      "Amir Sabzkari was hanged in Lakan Prison in Rasht on 11 November 2025. Two other prisoners were executed with him.",
    ],
    events: ["execution 2025-11-11 lakan: 3/3/3 1 named"],
    isAlone: true,
  },
  {
    name: "others who are of the number that was told add nobody",
    reports: [
      "Four men were hanged in Lakan Prison in Rasht on 4 November 2025, including Amir Sabzpour and Hadi Torkpour. The names of the other two are not known.",
    ],
    events: ["execution 2025-11-04 lakan: 4/4/4 2 named"],
    isAlone: true,
  },
  {
    name: "at least four in two prisons, one of them named elsewhere",
    reports: [
      "سحرگاه دوشنبه ۲۱ مهر ۱۴۰۴ حکم اعدام دست‌کم چهار زندانی در زندان قزلحصار کرج و زندان عادل‌آباد شیراز به اجرا درآمد.",
      "Mansour Derakhshani, 38, was hanged in Ghezel Hesar Prison on 13 October 2025.",
    ],
    events: ["execution 2025-10-13 adelabad+ghezel-hesar: 4/4/4+ 1 named"],
    isAlone: true,
  },
  {
    name: "two prisons together, and a number of each",
    reports: [
      "سحرگاه دوشنبه ۱۴ مهر ۱۴۰۴ حکم اعدام شش زندانی در زندان قزلحصار کرج و زندان عادل‌آباد شیراز به اجرا درآمد.",
      "Two men were hanged in Adelabad Prison in Shiraz on 6 October 2025.",
      "Four prisoners were executed in Ghezel Hesar Prison on 6 October 2025, the Lantern Monitor said.",
    ],
    events: ["execution 2025-10-06 adelabad+ghezel-hesar: 6/6/6 0 named"],
    isAlone: true,
  },
  {
    name: "each prison by itself where nobody tells of both",
    reports: [
      "Two men were hanged in Adelabad Prison in Shiraz on 7 July 2025.",
      "Four prisoners were executed in Ghezel Hesar Prison on 7 July 2025, the Lantern Monitor said.",
    ],
    events: [
      "execution 2025-07-07 adelabad: 2/2/2 0 named",
      "execution 2025-07-07 ghezel-hesar: 4/4/4 0 named",
    ],
    isAlone: true,
  },
  {
    name: "two here and one there are three, and nothing differs",
    reports: [
      "Three prisoners hanged in Isfahan and Yazd\n\nThree men were hanged at dawn on 12 October 2025, two in Isfahan's Dastgerd Prison and one in Yazd Central Prison.",
      "Behrouz Tavassoli was hanged in Dastgerd Prison in Isfahan on 12 October 2025.",
      "غلام‌رسول نورزهی یکشنبه ۲۰ مهر ۱۴۰۴ در زندان مرکزی یزد اعدام شد.",
    ],
    events: ["execution 2025-10-12 dastgerd+yazd: 3/3/3 2 named"],
    isAlone: true,
  },
  {
    name: "five places, filled in both languages, in one script and the other",
    reports: [
      "Five men were hanged in Vakilabad Prison in Mashhad on 16 June 2025, the Lantern Monitor reported.",
      "دوشنبه ۲۶ خرداد ۱۴۰۴ بهزاد رامندی و کامران زهروند در زندان وکیل‌آباد مشهد اعدام شدند.",
      "Behzad Ramandi was executed in Vakilabad Prison in Mashhad on 16 June 2025.",
    ],
    alike: [["Behzad Ramandi", "بهزاد رامندی"]],
    events: ["execution 2025-06-16 vakilabad: 5/5/5 2 named"],
    isAlone: true,
  },
  {
    name: "more are named than anybody told",
    reports: [
      "One man was hanged in Zahedan Central Prison on 2 June 2025.",
      "Barzan Hooshmandi and Naser Golbadi were hanged in Zahedan Central Prison on 2 June 2025.",
    ],
    events: ["execution 2025-06-02 zahedan: 2/2/2 2 named"],
    isAlone: true,
  },
  {
    name: "women and men who are told apart are one number",
    reports: ["Three men and a woman were hanged in Shiraz on 19 May 2025."],
    events: ["execution 2025-05-19 shiraz: 4/4/4 0 named"],
    isAlone: true,
  },
  {
    name: "who was also hanged is one more",
    reports: [
      "Three men were hanged in Adelabad Prison in Shiraz on 14 April 2025. A woman was also hanged in Adelabad Prison on that day.",
      "سه مرد در زندان عادل‌آباد شیراز در ۲۵ فروردین ۱۴۰۴ اعدام شدند. یک زن نیز در همان روز در زندان عادل‌آباد اعدام شد.",
    ],
    events: ["execution 2025-04-14 adelabad: 4/4/4 0 named"],
    isAlone: true,
  },
  {
    name: "unknown killers are nobody who was killed",
    reports: [
      "Unknown gunmen killed five people in Khash on 11 November 2025.",
      "Ali Sarbazpour was killed in Khash on 11 November 2025.",
    ],
    events: ["killing 2025-11-11 khash: 5/5/5 0 named", "killing 2025-11-11 khash: 1/1/1 1 named"],
    isAlone: true,
  },
  {
    name: "more than five, one of them named, are six at least",
    reports: [
      "More than five people were killed in Piranshahr on 11 November 2025. Among them was Saman Sarbazpour.",
    ],
    events: ["killing 2025-11-11 piranshahr: 6/6/6+ 1 named"],
    isAlone: true,
  },
  {
    name: "all there were, told behind an event, are no number of it",
    reports: [
      "Four people were killed in Isfahan on 3 March 2025, two witnesses said. The health ministry said 250 people were killed.",
    ],
    events: ["killing 2025-03-03 isfahan: 4/4/4 0 named"],
    isAlone: true,
  },
  {
    name: "the authorities confirm fewer",
    reports: [
      "At least six men were hanged in Adelabad Prison on 10 March 2025. The judiciary confirmed only two executions.",
    ],
    events: ["execution 2025-03-10 adelabad: 2/6/6+ 0 named number"],
    isAlone: true,
  },
  {
    name: "who counts the same by another word counts nobody besides",
    reports: [
      "Five men were hanged in Adelabad Prison on 17 March 2025. The Lantern Monitor also recorded five executions in Adelabad Prison on 17 March 2025.",
    ],
    events: ["execution 2025-03-17 adelabad: 5/5/5 0 named"],
    isAlone: true,
  },
  {
    name: "others beside one who is named are counted with him",
    reports: [
      "Jamshid Sarbazpour and five other prisoners were hanged in Adelabad Prison on 24 March 2025.",
    ],
    events: ["execution 2025-03-24 adelabad: 6/6/6 1 named"],
    isAlone: true,
  },
  {
    name: "who is told of place by place behind a number is of it, and no place has them all",
    reports: [
      "At least nine prisoners were executed in Iran between Saturday 1 February 2025 and Monday 3 February 2025. Five were hanged in Ghezel Hesar Prison, three in Adelabad Prison in Shiraz and one in Birjand.\n\nNaser Bahrampoor was executed on 2 February 2025 in Adelabad Prison in Shiraz.",
    ],
    events: ["execution 2025-02-02 adelabad+birjand+ghezel-hesar: 9/9/9+ 1 named"],
    isAlone: true,
  },
  {
    name: "all who were executed in the country were not executed in one town",
    reports: [
      "Twelve people were executed in Iran on 12 February 2025. Naser Bahramzad was hanged in Birjand on 12 February 2025.",
    ],
    events: ["execution 2025-02-12 birjand: 1/1/1 1 named"],
    isAlone: true,
  },
  {
    name: "a part told by its kind adds nobody",
    reports: [
      "Five men were hanged in Qezel Hesar Prison on 5 May 2025. Three of them were drug convicts and two had been convicted of murder.",
    ],
    events: ["execution 2025-05-05 ghezel-hesar: 5/5/5 0 named"],
    isAlone: true,
  },
  {
    name: "a man who was arrested in one town and hanged in another has no two places",
    reports: ["Farhad Zandpour, arrested in Tabriz in 2021, was hanged in Karaj on 21 April 2025."],
    events: ["execution 2025-04-21 karaj: 1/1/1 1 named"],
    isAlone: true,
  },
  {
    name: "what was counted since a year began is of no town, however young the year",
    reports: [
      "Ramin Bahramzad was hanged in Arak Central Prison on 2 January 2025. At least 11 people were executed between 1 and 2 January 2025.",
    ],
    events: ["execution 2025-01-02 arak: 1/1/1 1 named"],
  },
  {
    name: "what was counted over two days within a month is of the town beside it",
    reports: [
      "Ramin Bahramzad was hanged in Arak Central Prison on 9 January 2025. At least 11 people were executed between 8 and 9 January 2025.",
    ],
    events: ["execution 2025-01-09 arak: 11/11/11+ 1 named"],
  },
];
