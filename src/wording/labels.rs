//! The names of what the domain distinguishes, in both languages. The Chinese is what a committee's office would write;
//! the English follows the 2018 Charter of the CPPCC.

use crate::domain::absence::AbsenceKind;
use crate::domain::article::{Article, Genre, Grade, Medium, Published};
use crate::domain::denominator::Certainty;
use crate::domain::indicator::{Nature, Population};
use crate::domain::initiative::InitiativeKind;
use crate::domain::observation::{Each, Observation, Scope, Status};
use crate::domain::request::YearChoice;
use crate::domain::{Qualifier, Verdict};
use crate::text::{Lang, Phrase, Text};

/// Pairs the two languages of one phrase.
pub(super) const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

impl Qualifier {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Exact => phrase("确数", "exact"),
            Self::AtLeast => phrase("下限", "at least"),
            Self::Below => phrase("上限", "below"),
            Self::AtMost => phrase("上限（含）", "at most"),
            Self::Between => phrase("区间", "between"),
            Self::About => phrase("约数", "about"),
            Self::Order => phrase("量级", "order of magnitude"),
        }
    }

    /// Explains how far the number can be relied on.
    #[must_use]
    pub const fn meaning(self) -> Phrase {
        match self {
            Self::Exact => phrase("原文为确数", "an exact number in the source"),
            Self::AtLeast => phrase(
                "原文用“余、多、超、以上”，只知下限",
                "the source says more than, over or the like: a lower bound only",
            ),
            Self::Below => phrase(
                "原文用“近、不足”，只知上限",
                "the source says nearly, fewer than or the like: an upper bound only",
            ),
            Self::AtMost => phrase(
                "原文用“不超过、以内”，只知上限",
                "the source says no more than, up to or the like: an upper bound only",
            ),
            Self::Between => phrase("原文给出两数之间", "the source gives two numbers: it lies between them"),
            Self::About => phrase("原文用“约、左右”，上下限均不可靠", "the source says “about”: no bound to rely on"),
            Self::Order => phrase("原文只给出量级", "the source gives the order of magnitude only"),
        }
    }
}

/// Explains how far the number of a figure can be relied on, and that no number is printed where it was read out of words.
#[must_use]
pub fn meaning_of(observation: &Observation) -> Phrase {
    match (&observation.reading, observation.qualifier()) {
        (Some(_), Qualifier::Exact) if !observation.source.printed.contains(|sign: char| sign.is_numeric()) => {
            phrase("原文未印数字，读自文字", "no number is printed: it was read out of words")
        }
        (_, Qualifier::AtLeast | Qualifier::Order) if observation.source.printed.contains(['数', '几']) => {
            phrase("原文用“数、几”，没有确数", "several tens, hundreds or the like: no exact number")
        }
        (_, qualifier) => qualifier.meaning(),
    }
}

/// Returns that a figure is planned or forecast, to stand behind its value; nothing where it is achieved.
#[must_use]
pub fn status_of(observation: &Observation, lang: Lang) -> String {
    match observation.status {
        Status::Achieved => String::new(),
        status => format!(" {}", status.name().get(lang)),
    }
}

impl Nature {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Flow => phrase("时期数", "flow"),
            Self::Stock => phrase("时点数", "stock"),
            Self::Rate => phrase("比率", "rate"),
            Self::Ratio => phrase("倍数", "ratio"),
            Self::Change => phrase("增减幅度", "change"),
            Self::Duration => phrase("时长", "duration"),
            Self::Ordinal => phrase("序号", "ordinal"),
            Self::Structure => phrase("结构代号", "designed number"),
        }
    }
}

impl Scope {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::City => phrase("市本级", "city level"),
            Self::CityAndCounties => phrase("市县两级", "city and counties"),
            Self::Platform => phrase("单个平台", "one platform"),
            Self::Project => phrase("单个项目", "one project"),
            Self::District => phrase("单个区县", "one district"),
            Self::NotStated => phrase("范围未说明", "scope not stated"),
        }
    }
}

impl Status {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Achieved => phrase("实际数", "actual"),
            Self::Planned => phrase("计划", "planned"),
            Self::Forecast => phrase("预计", "forecast"),
        }
    }
}

impl Each {
    /// Returns what a number for each such span is.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Year => phrase("年均数", "a mean for each year"),
            Self::Month => phrase("月均数", "a mean for each month"),
            Self::Week => phrase("周均数", "a mean for each week"),
            Self::Day => phrase("日均数", "a mean for each day"),
        }
    }
}

impl Grade {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Full => phrase("已读全文", "read in full"),
            Self::Excerpt => phrase("摘录", "excerpt"),
            Self::Repost => phrase("转载", "repost"),
            Self::Digest => phrase("机器摘要", "machine's digest"),
        }
    }
}

impl Certainty {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::High => phrase("把握大", "high"),
            Self::Good => phrase("把握较大", "good"),
            Self::Low => phrase("把握小", "low"),
        }
    }
}

impl Genre {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Briefing => phrase("新闻发布会报道", "press conference"),
            Self::AnnualReview => phrase("年度综述", "annual review"),
            Self::Speech => phrase("主席发言", "chairperson's speech"),
            Self::Feature => phrase("通讯", "feature"),
            Self::Profile => phrase("系列报道", "profile"),
            Self::Session => phrase("全会报道", "plenary session"),
            Self::News => phrase("消息", "news"),
        }
    }
}

impl Medium {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Newspaper => phrase("报纸", "newspaper"),
            Self::Web => phrase("网页", "web page"),
            Self::Report => phrase("报告", "report"),
        }
    }
}

impl InitiativeKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Consultation,
        Self::Oversight,
        Self::Concord,
        Self::Reading,
        Self::Digital,
        Self::Publicity,
        Self::PartyBuilding,
        Self::Service,
        Self::Institution,
    ];

    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Consultation => phrase("协商", "Consultation"),
            Self::Oversight => phrase("监督", "Oversight"),
            Self::Concord => phrase("聚识", "Building consensus"),
            Self::Reading => phrase("读书", "Reading"),
            Self::Digital => phrase("数字", "Digital"),
            Self::Publicity => phrase("宣传", "Publicity"),
            Self::PartyBuilding => phrase("党建", "Party building"),
            Self::Service => phrase("服务", "Service"),
            Self::Institution => phrase("机制", "Institutions"),
        }
    }
}

impl Population {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Members => phrase("委员人数", "members"),
            Self::Residents => phrase("常住人口", "residents"),
        }
    }
}

impl YearChoice {
    /// Returns the name that people read.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Latest => Text::new("最近", "latest"),
            Self::Closest => Text::new("时段最接近", "closest in time"),
            Self::Year(year) => Text::new(format!("{year} 年"), format!("{year}")),
        }
    }

    /// Returns what is said of it where it stands alone, such as on a slide.
    #[must_use]
    pub fn in_full(self) -> Text {
        match self {
            Self::Latest => Text::new("各市最近一期", "latest figure of each city"),
            other => other.name(),
        }
    }
}

impl Verdict {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Comparable => phrase("可比", "comparable"),
            Self::WithCaution => phrase("谨慎可比", "with caution"),
            Self::NotComparable => phrase("不可比", "not comparable"),
        }
    }

    /// Returns the sign that stands for it, everywhere the same.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Comparable => "=",
            Self::WithCaution => "~",
            Self::NotComparable => "×",
        }
    }
}

impl AbsenceKind {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::NotApplicable => phrase("不适用", "not applicable"),
            Self::NotCurated => phrase("尚未整理", "not yet curated"),
        }
    }
}

/// What stands for the name of an outlet that the page seen does not name.
pub const UNNAMED_OUTLET: Phrase = phrase("原刊发媒体未见", "original outlet not named");

impl Article {
    /// Returns the name of the outlet alone, or that none is named.
    #[must_use]
    pub fn outlet_name(&self) -> Text {
        self.outlet.clone().unwrap_or_else(|| UNNAMED_OUTLET.into())
    }

    /// Returns the names of all authors as running text lists them; `None` where none is named.
    #[must_use]
    pub fn author_names(&self, lang: Lang) -> Option<String> {
        let separator = if lang == Lang::Zh { "、" } else { ", " };
        (!self.authors.is_empty()).then(|| self.authors.join(separator))
    }

    /// Returns the name of the outlet with what must be said of it, for where there is room to say it.
    #[must_use]
    pub fn outlet_text(&self) -> Text {
        let Text { zh, en } = self.outlet_name();
        match &self.outlet_remark {
            Some(remark) => Text::new(format!("{zh}（{}）", remark.zh), format!("{en} ({})", remark.en)),
            None => Text::new(zh, en),
        }
    }
}

impl Published {
    /// Returns the date, with how it is known where the article does not state it.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Stated(date) => Text::new(date.to_string(), date.to_string()),
            Self::Inferred { date, .. } => Text::new(format!("{date}（推断）"), format!("{date} (inferred)")),
            Self::Unknown { .. } => Text::new("日期不详", "date not known"),
        }
    }
}
