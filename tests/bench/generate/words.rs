//! The words and sentences that plans are made of. A `{word}` in a sentence is filled in by `text`.

pub const PLACES: [&str; 24] = [
    "Aldermoor", "Birchgate", "Coldharrow", "Dunwater", "Eastmere", "Fernhollow", "Garthside", "Hazelcombe",
    "Ivybank", "Juniper Hill", "Kestrel Vale", "Larkfield Cross", "Millrace", "Northwell", "Oakenshaw Bridge", "Pinecroft",
    "Quarrydown", "Rushmead", "Stonelea", "Thornwick", "Underfell", "Violet Bank", "Westerholt", "Yarrowdale",
];

/// Fields of work, as part of the name of a group, a post or a strategy.
pub const THEMES: [&str; 16] = [
    "Housing", "Learning", "Practice", "Data", "Early Help", "Online Safety", "Neglect", "Exploitation",
    "Communication", "Procedures", "Audit", "Carers", "Transitions", "Workforce", "Listening", "Review",
];

pub const GROUP_TAILS: [&str; 5] = ["Group", "Panel", "Sub-Group", "Task Group", "Forum"];

pub const SERVICES: [&str; 8] =
    ["Council", "Police", "Hospitals", "Schools", "Probation", "Fire Service", "Ambulance Service", "Hospice"];

pub const POSTS: [&str; 7] = ["Manager", "Officer", "Adviser", "Coordinator", "Analyst", "Trainer", "Nurse"];

/// Kinds of document, with the word that the format has for each.
pub const DOCUMENTS: [(&str, &str); 6] = [
    ("Strategy", "strategy"), ("Action Plan", "plan"), ("Agreement", "agreement"),
    ("Guidance", "guidance"), ("Inspection", "inspection"), ("Case Review", "review"),
];

/// First, second and last words of a term. No word stands in two lists, so that no term is a part of another.
pub const TERM_FIRST: [&str; 20] = [
    "adult", "booked", "child", "daily", "early", "family", "general", "home", "initial", "joint",
    "kinship", "local", "monthly", "night", "open", "public", "quick", "rural", "shared", "yearly",
];
pub const TERM_SECOND: [&str; 14] = [
    "benefit", "contact", "drop-in", "entry", "fall", "handover", "income", "journey", "letter", "money",
    "outreach", "risk", "transfer", "visit",
];
pub const TERM_LAST: [&str; 12] = [
    "booklet", "check", "desk", "form", "guide", "line", "map", "note", "panel", "record", "test", "log",
];

/// Parts of the glossary.
pub const PARTS: [&str; 4] = ["Papers", "Ways of working", "Meetings and places", "Records"];

pub const AUDIENCES: [&str; 24] = [
    "care homes", "family doctors", "foster carers", "grandparents", "head teachers", "health visitors", "home carers",
    "hospital wards", "housing officers", "leaders of sports clubs", "midwives", "new arrivals", "nurseries", "parents",
    "police officers", "school nurses", "schools", "social workers", "sports clubs", "taxi drivers", "unpaid carers",
    "ward staff", "young carers", "youth workers",
];

pub const TOPICS: [&str; 28] = [
    "bullying", "poor care at night", "cold homes", "county lines", "debt and fraud", "domestic abuse", "dropping out of school",
    "elder abuse", "falls at home", "forced marriage", "gambling", "harm by carers", "hate crime", "hoarding",
    "homelessness", "hunger at home", "unsafe sleeping", "loneliness", "missing children", "modern slavery", "neglect",
    "online harm", "pressure sores", "private fostering", "self-harm", "self-neglect", "unsafe discharge", "youth violence",
];

/// What somebody could do, after "to" or "help them".
pub const GOALS: [&str; 22] = [
    "act on a worry the same day", "agree on the next step", "ask for help early", "ask the right question",
    "explain what will happen next", "find the right service", "follow up after a visit", "keep each other informed",
    "know whom to ring", "learn from what went well", "listen before they decide", "make a home safer",
    "notice the first signs", "pass on what they know", "plan a visit together", "say when something is wrong",
    "share good practice", "speak up for others", "spot harm sooner", "stay in touch with a family",
    "trust each other", "write down what they saw",
];

/// What stands in the way, as a clause.
pub const PROBLEMS: [&str; 18] = [
    "answers take too long", "calls go to the wrong team", "forms ask for the same facts twice",
    "help stops at weekends", "letters are hard to understand", "nobody tells them what happened next",
    "phone numbers are out of date", "records are kept in different places", "small worries are not written down",
    "staff change too often", "the first visit comes too late", "the rules differ from town to town",
    "there is no quiet room to talk in", "they are asked too late", "they do not know whom to ring",
    "training is too far away", "too few people speak their language", "waiting lists have grown",
];

/// Work to do, as an instruction without a full stop.
pub const METHODS: [&str; 26] = [
    "Agree one form for all partners", "Ask twenty families what changed", "Bring the two teams together for a day",
    "Check ten records each month", "Collect good examples", "Count how often it happens", "Give each site one named contact",
    "Hold a short course", "Invite people who have used the service", "Keep a list of what was learned",
    "Make a short film with young people", "Meet each family twice", "Open a phone line for staff",
    "Pay for two evening sessions", "Print a card with the right numbers", "Publish the results in plain words",
    "Put posters where people wait", "Read the last five reviews again", "Report the figures to the board",
    "Ring each home once a year", "Rewrite the letter that people get first", "Send a page of advice",
    "Share one calendar of visits", "Test the new form with ten people", "Train two people in every team", "Visit each site once",
];

pub const OFTEN: [&str; 10] = [
    "each month", "each week", "every quarter", "every six weeks", "once a term", "once a year", "three times a year",
    "twice a month", "twice a year", "before each winter",
];

/// What is counted, its unit, and the better direction.
pub const COUNTS: [(&str, &str, &str); 14] = [
    ("Calls answered within an hour", "percent", "up"), ("Days from the first call to the first visit", "days", "down"),
    ("Families who say that they were heard", "percent", "up"), ("Homes visited", "homes", "up"), ("Letters sent back unread", "letters", "down"),
    ("People helped a second time within a year", "people", "down"), ("People trained", "people", "up"), ("People who had to wait", "people", "down"),
    ("Plans that hold the person's own words", "percent", "up"), ("Records that were complete", "percent", "up"),
    ("Reports made by the public", "reports", "up"), ("Schools that took part", "schools", "up"), ("Sessions held", "sessions", "up"),
    ("Staff who know whom to ring", "percent", "up"),
];

/// Beginnings of the aim of an action.
pub const TITLES: [&str; 10] = [
    "Help {audience} in {place} to {goal} about {topic}",
    "Make it easier for {audience} in {place} to {goal}, above all about {topic}",
    "Give {audience} in {place} time to {goal} where there is {topic}",
    "Show {audience} how to {goal} when they meet {topic} in {place}",
    "Work with {audience} against {topic} in {place}, and {goal}",
    "See {topic} earlier in {place} and help {audience} to {goal}",
    "Ask {audience} in {place} what would help them to {goal} about {topic}",
    "Reduce {topic} in {place} by helping {audience} to {goal}",
    "Bring {audience} and {audience} together in {place} to talk about {topic}",
    "Support {audience} in {place} to {goal} after {topic}",
];

/// Sentences of the text of an action or page.
pub const SENTENCES: [&str; 30] = [
    "Last year {audience} in {place} told us that {problem}.",
    "We want {audience} to {goal}, wherever they work.",
    "In {place} the work on {topic} began with a small team and two rooms.",
    "People often say that {problem}, and that {problem_too}.",
    "This matters most to {audience}, who meet {topic} first.",
    "The [](group:{group}) looks at the results {often}.",
    "We will ask {audience} and {audience} how it went.",
    "It is not enough to {goal}; somebody has to {goal_too} as well.",
    "Most of the cost is time, and {audience} have little of it.",
    "Two towns have tried this, and {audience} there found it useful.",
    "When {problem}, {audience} lose trust in all of us.",
    "The team in {place} will {goal}, then tell {audience} what it found.",
    "Nobody expects {audience} to do this alone.",
    "The work is part of the [](strategy:{strategy}).",
    "Some {audience} already {goal}, and we can learn from them.",
    "A review of {topic} showed that {problem}.",
    "We chose {place} because {topic} is more common there.",
    "The partners will pay for the first year between them.",
    "Children and adults both told us that {problem}.",
    "We talk about {topic} with {audience} {often}.",
    "If it works in {place}, other towns will follow.",
    "Staff from [](member:{member}) lead the visits.",
    "What we learn goes into the next course for {audience}.",
    "There is no new building and no new computer system.",
    "We keep the words simple, so that {audience} can use them at once.",
    "Progress will be slow at first, because {problem}.",
    "Each partner names one person who can {goal}.",
    "Families in {place} helped us to choose these steps.",
    "The law leaves us free to decide how {audience} should {goal}.",
    "We stop what does not help {audience}, and say so.",
];

/// Sentences that use the full name of a term.
pub const TERM_SENTENCES: [&str; 8] = [
    "The {term} tells {audience} what to do next.",
    "Each team in {place} keeps its {term} up to date.",
    "We will bring the {term} to {audience} {often}.",
    "Staff read the {term} before they {goal}.",
    "Without the {term}, {audience} would have to start again.",
    "A good {term} helps {audience} to {goal}.",
    "The {term} was new to {audience} in {place}.",
    "We ask {audience} to check the {term} {often}.",
];

/// Sentences that use the abbreviation of a term, or the term itself where it has none.
pub const SHORT_TERM_SENTENCES: [&str; 6] = [
    "The {term} is the same in every town.",
    "The team will bring the {term} to the next meeting.",
    "In {place} the {term} is filled in on the day.",
    "Most {audience} know the {term} well.",
    "We will change the {term} if {audience} ask for it.",
    "Please show the {term} to {audience} first.",
];

pub const TASKS: [&str; 10] = [
    "{Method}.",
    "{Method} in {place}.",
    "{Method} with {audience}.",
    "{Method}, and tell {audience} what came of it.",
    "{Method}, so that {audience} can {goal}.",
    "{Method} with {audience} in {place}, and ask how it could be better.",
    "{Method}. Then agree with {audience} what to do about {topic}.",
    "{Method} where there is {topic}, and report {often}.",
    "{Method} together with the [](group:{group}).",
    "{Method} and help {audience} to {goal}.",
];

pub const IMPACTS: [&str; 7] = [
    "More {audience} can {goal}.",
    "People in {place} meet less {topic}, and know where to turn.",
    "Fewer people say that {problem}.",
    "When somebody worries about {topic}, {audience} act at once.",
    "Families tell us that {audience} listened to them.",
    "In {place} help with {topic} comes sooner, and from fewer people.",
    "New staff and {audience} {goal} without being asked.",
];

pub const NOTES: [&str; 9] = [
    "The first session for {audience} was held in {place}.",
    "We met {audience} and agreed the next three steps.",
    "Half of the {audience} have answered so far.",
    "The draft went to {audience}, who asked for shorter words.",
    "Work began in {place} and will move on after the winter.",
    "The team found that {problem}, and changed its plan.",
    "Two more people joined, so that the team can {goal}.",
    "The figures for {place} are better than last year.",
    "A talk about {topic} brought forty people together.",
];

pub const REMITS: [&str; 6] = [
    "Looks after the work on {topic} in {place}.",
    "Brings together {audience} and {audience} to talk about {topic}.",
    "Helps {audience} to {goal}, and checks that it makes a difference.",
    "Tells the board when {problem}.",
    "Reads the figures {often} and says what they mean.",
    "Listens to {audience} before anything is decided.",
];

pub const MEANINGS: [&str; 8] = [
    "A paper that helps {audience} to {goal}.",
    "What {audience} fill in when there is {topic}.",
    "A way for {audience} to {goal} when time is short.",
    "A short list that {audience} read {often}.",
    "The place where {audience} write down what they know about {topic}.",
    "An agreement between partners on how to {goal}.",
    "What a team does first when it hears of {topic}.",
    "A talk between two services before they {goal}.",
];

pub const HEADINGS: [&str; 14] = [
    "Why this matters", "Who is involved", "How it works", "What we ask of partners", "What you can expect",
    "When something goes wrong", "How we check", "What we have learned", "Before you start", "After the first visit",
    "Working across towns", "What it costs", "How to take part", "Looking ahead",
];

pub const PAGE_TITLES: [&str; 8] = [
    "How we work with {audience} on {topic} in {place}", "A guide to {topic} for {audience} in {place}",
    "What {place} learned about {topic} from {audience}", "Talking about {topic} with {audience} in {place}",
    "Standards for {audience} in {place} who meet {topic}", "How {audience} in {place} can ask for help with {topic}",
    "Our promise to {audience} in {place} about {topic}", "Visiting {audience} in {place} to talk about {topic}",
];
