//! The keys of the dashboard.

use super::binding::{Binding, binding, control, key, letter, only_on, phrase, shifted, words};
use super::chord::Chord;
use super::group::BindingGroup;
use super::own_figures;
use crate::app::action::{Action, CopyForm, Direction, PageStep, TableForm};
use crate::app::presentation::command::SlideCommand;
use crate::app::screen::Screen;
use crate::text::Phrase;
use crossterm::event::KeyCode;

/// Returns the row of a key that shows a screen.
const fn show(id: &'static str, chords: &'static [Chord], screen: Screen, about: Phrase) -> Binding {
    binding(BindingGroup::Go, id, chords, Action::Show(screen), None, about)
}

/// Returns the row of keys that move the cursor.
const fn movement(id: &'static str, chords: &'static [Chord], action: Action, about: Phrase) -> Binding {
    binding(BindingGroup::Move, id, chords, action, None, about)
}

/// Returns the row of a key that copies something, and has no room in the footer.
const fn copying(id: &'static str, chords: &'static [Chord], action: Action, about: Phrase) -> Binding {
    binding(BindingGroup::Words, id, chords, action, None, about)
}

/// The key table, in the order of the footer; the help puts it in groups.
pub const BINDINGS: &[Binding] = &[
    movement("move-up", &[key(KeyCode::Up), letter('k')], Action::Move(Direction::Up), phrase("上移", "Move up")),
    movement(
        "move-down",
        &[key(KeyCode::Down), letter('j')],
        Action::Move(Direction::Down),
        phrase("下移", "Move down"),
    ),
    movement(
        "move-left",
        &[key(KeyCode::Left), letter('h')],
        Action::Move(Direction::Left),
        phrase("前一城市；文章中为前一篇", "Previous city (Reader: article)"),
    ),
    movement(
        "move-right",
        &[key(KeyCode::Right), letter('l')],
        Action::Move(Direction::Right),
        phrase("后一城市；文章中为后一篇", "Next city (Reader: article)"),
    ),
    movement(
        "page-down",
        &[key(KeyCode::PageDown), letter(' ')],
        Action::Page(PageStep::Down),
        phrase("下一页", "Page down"),
    ),
    movement("page-up", &[key(KeyCode::PageUp), control('b')], Action::Page(PageStep::Up), phrase("上一页", "Page up")),
    movement("half-page-down", &[control('d')], Action::Page(PageStep::HalfDown), phrase("下半页", "Half a page down")),
    movement("half-page-up", &[control('u')], Action::Page(PageStep::HalfUp), phrase("上半页", "Half a page up")),
    movement("first", &[key(KeyCode::Home), letter('g')], Action::First, phrase("到开头", "To the start")),
    movement("last", &[key(KeyCode::End), letter('G')], Action::Last, phrase("到末尾", "To the end")),
    binding(
        BindingGroup::Move,
        "next-pane",
        &[key(KeyCode::Tab)],
        Action::NextPane,
        Some(phrase("窗格", "pane")),
        phrase("下一窗格", "Next pane"),
    ),
    movement("previous-pane", &[key(KeyCode::BackTab)], Action::PreviousPane, phrase("上一窗格", "Previous pane")),
    binding(
        BindingGroup::Go,
        "open",
        &[key(KeyCode::Enter), control('o')],
        Action::Open,
        Some(phrase("打开", "open")),
        phrase(
            "打开所选：数字到出处，出处到对比；主题展开",
            "Open: a figure's source; from the source, its comparison; expand a theme",
        ),
    ),
    binding(
        BindingGroup::Go,
        "back",
        &[key(KeyCode::Esc)],
        Action::Back,
        Some(phrase("返回", "back")),
        phrase("返回", "Back"),
    ),
    binding(
        BindingGroup::Go,
        "find",
        &[letter('/'), control('f')],
        Action::Find,
        Some(phrase("查找", "find")),
        phrase("查找城市、指标、平台、文章、数字；可用拼音", "Find anything: a name, pinyin, initials"),
    ),
    binding(
        BindingGroup::Look,
        "choose-areas",
        &[letter('c'), control('a')],
        Action::ChooseAreas,
        Some(phrase("选城市", "cities")),
        phrase("选择显示哪些城市，也可用设置中的分组", "Choose the cities that are shown, or a group of the settings"),
    ),
    words(
        "copy",
        &[letter('y'), control('y')],
        Action::Copy(CopyForm::Sentence),
        Some(phrase("复制", "copy")),
        phrase("把所选数字连同出处复制成一句话", "Copy the selected figure as a sentence with its source"),
    ),
    copying(
        "copy-reference",
        &[letter('Y'), control('g')],
        Action::Copy(CopyForm::Reference),
        phrase("复制出处，按 GB/T 7714 著录", "Copy the source as a reference"),
    ),
    copying(
        "copy-row",
        &[letter('r'), control('x')],
        Action::Copy(CopyForm::Row(TableForm::Markdown)),
        phrase("复制所在行（Markdown，出处作脚注）", "Copy the row (Markdown, sources as footnotes)"),
    ),
    copying(
        "copy-table",
        &[letter('R'), key(KeyCode::F(11))],
        Action::Copy(CopyForm::Table(TableForm::Markdown)),
        phrase("复制全表（Markdown，出处作脚注）", "Copy the table (Markdown, sources as footnotes)"),
    ),
    copying(
        "copy-row-tabs",
        &[letter('e'), control('l')],
        Action::Copy(CopyForm::Row(TableForm::Tabs)),
        phrase("复制所在行，制表符分隔，可贴入表格软件", "Copy the row, tab-separated, for a spreadsheet"),
    ),
    copying(
        "copy-table-tabs",
        &[letter('E'), shifted(KeyCode::F(11))],
        Action::Copy(CopyForm::Table(TableForm::Tabs)),
        phrase("复制全表，制表符分隔，可贴入表格软件", "Copy the table, tab-separated, for a spreadsheet"),
    ),
    words(
        "export",
        &[control('e')],
        Action::Export,
        Some(phrase("导出", "export")),
        phrase("把屏上内容导出为文档、网页、表格、图片", "Export what is shown: document, page, table, picture"),
    ),
    only_on(
        Screen::MEASURED,
        binding(
            BindingGroup::Look,
            "next-measure",
            &[letter('m'), key(KeyCode::F(6))],
            Action::NextMeasure,
            Some(phrase("折算", "measure")),
            phrase(
                "折算：原值、每月、每百名委员、每百万人口",
                "Measure: raw, per month, per 100 members, per million residents",
            ),
        ),
    ),
    only_on(
        Screen::MEASURED,
        binding(
            BindingGroup::Look,
            "previous-measure",
            &[control('v')],
            Action::PreviousMeasure,
            None,
            phrase("前一种折算", "The measure before"),
        ),
    ),
    only_on(
        Screen::MEASURED,
        binding(
            BindingGroup::Look,
            "next-moment",
            &[letter('t'), key(KeyCode::F(7))],
            Action::NextYear,
            Some(phrase("年份", "year")),
            phrase("年份：最近、时段最接近、各年", "Year: latest, closest in time, each year"),
        ),
    ),
    only_on(
        Screen::MEASURED,
        binding(
            BindingGroup::Look,
            "previous-moment",
            &[letter('T'), shifted(KeyCode::F(7))],
            Action::PreviousYear,
            None,
            phrase("年份：回到前一项", "Year: the choice before"),
        ),
    ),
    only_on(
        &[Screen::Compare],
        binding(
            BindingGroup::Look,
            "next-figure-choice",
            &[letter('v'), control('k')],
            Action::NextFigureChoice,
            Some(phrase("口径", "variant")),
            phrase("几个数字取哪个：自动、各口径和范围", "Which figure: automatic, variants, scopes"),
        ),
    ),
    only_on(
        &[Screen::Compare],
        binding(
            BindingGroup::Look,
            "sort",
            &[letter('s'), key(KeyCode::F(8))],
            Action::Sort,
            Some(phrase("排序", "sort")),
            phrase(
                "城市和条形按所选一行的数值排列，再按还原",
                "Cities and bars by the selected row's values, or as they were",
            ),
        ),
    ),
    only_on(
        &[Screen::Compare],
        binding(
            BindingGroup::Look,
            "filter",
            &[letter('f'), shifted(KeyCode::F(8))],
            Action::FilterRows,
            Some(phrase("只看可比", "rankable")),
            phrase("只列可排位次的指标，再按全列", "Only indicators that can be ranked, or all"),
        ),
    ),
    binding(
        BindingGroup::Look,
        "zoom",
        &[letter('z'), key(KeyCode::F(9))],
        Action::Zoom,
        Some(phrase("放大", "zoom")),
        phrase("放大当前窗格，再按还原", "Enlarge the pane, or restore it"),
    ),
    only_on(
        &[Screen::Compare],
        binding(
            BindingGroup::Look,
            "unfold-all",
            &[letter('x'), key(KeyCode::F(4))],
            Action::FoldAll,
            Some(phrase("展开", "expand")),
            phrase("展开全部主题，再按折叠", "Expand all themes, or fold them"),
        ),
    ),
    words(
        "language",
        &[letter('L'), key(KeyCode::F(2))],
        Action::SwitchLanguage,
        Some(phrase("English", "中文")),
        phrase("界面语言：中文、英文", "Language: English, Chinese"),
    ),
    binding(
        BindingGroup::Look,
        "reload",
        &[control('r'), key(KeyCode::F(3))],
        Action::Reload,
        None,
        phrase("重新读取数据", "Reload the data"),
    ),
    only_on(
        &[Screen::Reader],
        binding(
            BindingGroup::Go,
            "next-figure",
            &[letter('n'), control('n')],
            Action::NextFigure,
            Some(phrase("下一数字", "next figure")),
            phrase("文章中的下一个数字", "Next figure of the article"),
        ),
    ),
    only_on(
        &[Screen::Reader],
        binding(
            BindingGroup::Go,
            "previous-figure",
            &[letter('N'), control('p')],
            Action::PreviousFigure,
            None,
            phrase("文章中的上一个数字", "Previous figure of the article"),
        ),
    ),
    only_on(
        &[Screen::Reader],
        binding(
            BindingGroup::Go,
            "switch-text",
            &[letter('o'), shifted(KeyCode::F(6))],
            Action::SwitchText,
            Some(phrase("原文", "original")),
            phrase("附有原文时：原文或摘要", "The attached original, or the digest"),
        ),
    ),
    only_on(
        &[Screen::Reader],
        binding(
            BindingGroup::Go,
            "articles",
            &[letter('i'), shifted(KeyCode::F(4))],
            Action::Show(Screen::ARTICLES),
            Some(phrase("目录", "articles")),
            phrase("全部文章：日期、标题、网址", "All articles: date, title, address"),
        ),
    ),
    show("compare", &[letter('1')], Screen::Compare, phrase("对比：我们处在什么位置", "Compare: how do we stand?")),
    show("city", &[letter('2')], Screen::CITY, phrase("城市：该市政协做了什么", "City: what has it done?")),
    show("coverage", &[letter('3')], Screen::Coverage, phrase("覆盖：谁公布了什么", "Coverage: who says what?")),
    show("timeline", &[letter('4')], Screen::TIMELINE, phrase("时间：数字属于哪个时段", "Timeline: which period?")),
    show(
        "initiatives",
        &[letter('5')],
        Screen::INITIATIVES,
        phrase("平台：谁用什么办法", "Initiatives: which cities use which platform?"),
    ),
    show("reader", &[letter('6')], Screen::Reader, phrase("文章：报道怎么说", "Reader: what does it say?")),
    words(
        "pin",
        &[letter('+'), key(KeyCode::F(12))],
        Action::AddToDeck,
        None,
        phrase("把当前画面加入自己的演示稿", "Add this view to your own deck"),
    ),
    own_figures::ADD,
    own_figures::CORRECT,
    own_figures::REMOVE,
    own_figures::UNDO,
    binding(
        BindingGroup::Go,
        "present",
        &[key(KeyCode::F(5))],
        Action::Present(SlideCommand::Begin),
        None,
        phrase("放映；有几份演示稿时先选一份", "Present; of several decks one is chosen"),
    ),
    binding(
        BindingGroup::Go,
        "present-here",
        // The Linux console counts Shift-F5 on as the seventeenth, PuTTY and rxvt as the fifteenth.
        &[shifted(KeyCode::F(5)), key(KeyCode::F(17)), key(KeyCode::F(15))],
        Action::Present(SlideCommand::BeginHere),
        None,
        phrase("放映，从与此处相应的一页开始", "Present, from the slide that shows this"),
    ),
    binding(
        BindingGroup::Leave,
        "suspend",
        &[control('z')],
        Action::Suspend,
        None,
        phrase("暂时回到命令行，用 fg 返回", "Suspend to the shell; fg comes back"),
    ),
    binding(
        BindingGroup::Leave,
        "help",
        &[letter('?'), key(KeyCode::F(1))],
        Action::Help,
        Some(phrase("帮助", "help")),
        phrase("帮助", "Help"),
    ),
    words(
        "mouse",
        &[letter('M'), key(KeyCode::F(10)), control('t')],
        Action::SwitchMouse,
        None,
        phrase(
            "把鼠标交给终端选取文字，再按收回",
            "Give the mouse to the terminal for selecting text, and take it back",
        ),
    ),
    binding(
        BindingGroup::Leave,
        "quit",
        &[letter('q'), control('c')],
        Action::Quit,
        Some(phrase("退出", "quit")),
        phrase("退出", "Quit"),
    ),
];
