//! Finds circles among files: sets of files each of which depends on every other, however indirectly.

use super::arrows::{Arrow, Dependency};
use std::collections::{BTreeMap, BTreeSet};

/// The arrows between two files of a circle, by those files.
type Graph<'a> = BTreeMap<&'a str, BTreeMap<&'a str, &'a Arrow>>;

/// Returns a description of each circle: its files, and the first line of each arrow between two of them.
pub fn circles(arrows: &BTreeSet<Arrow>) -> Vec<String> {
    let graph = graph(arrows);
    let components = components(&graph);
    components.iter().filter(|files| files.len() > 1).map(|files| describe(files, &graph)).collect()
}

fn graph(arrows: &BTreeSet<Arrow>) -> Graph<'_> {
    let mut graph = Graph::new();
    for arrow in arrows.iter().filter(|arrow| !arrow.is_test) {
        if let Dependency::Definition(to) = &arrow.to {
            graph.entry(&arrow.from).or_default().entry(to).or_insert(arrow);
        }
    }
    graph
}

fn describe(files: &BTreeSet<&str>, graph: &Graph<'_>) -> String {
    let mut lines = vec![format!("a circle of {} files:", files.len())];
    for from in files {
        for (to, arrow) in graph.get(from).into_iter().flatten().filter(|(to, _)| files.contains(*to)) {
            lines.push(format!("  src/{from}:{} → src/{to} by {}", arrow.line, arrow.name));
        }
    }
    lines.join("\n")
}

/// Returns the strongly connected components, by Tarjan's algorithm.
fn components<'a>(graph: &Graph<'a>) -> Vec<BTreeSet<&'a str>> {
    let mut search =
        Search { graph, numbers: BTreeMap::new(), lows: BTreeMap::new(), stack: Vec::new(), found: vec![] };
    for file in graph.keys() {
        if !search.numbers.contains_key(file) {
            search.visit(file);
        }
    }
    search.found.sort();
    search.found
}

struct Search<'a, 'g> {
    graph: &'g Graph<'a>,
    numbers: BTreeMap<&'a str, usize>,
    /// The lowest number on the stack that each file reaches.
    lows: BTreeMap<&'a str, usize>,
    stack: Vec<&'a str>,
    found: Vec<BTreeSet<&'a str>>,
}

impl<'a> Search<'a, '_> {
    fn visit(&mut self, file: &'a str) {
        let number = self.numbers.len();
        self.numbers.insert(file, number);
        self.stack.push(file);
        let mut low = number;
        let graph = self.graph;
        for to in graph.get(file).into_iter().flat_map(BTreeMap::keys) {
            if !self.numbers.contains_key(to) {
                self.visit(to);
                low = low.min(self.lows[to]);
            } else if self.stack.contains(to) {
                low = low.min(self.numbers[to]);
            }
        }
        self.lows.insert(file, low);
        if low == number
            && let Some(start) = self.stack.iter().position(|other| *other == file)
        {
            let component = self.stack.split_off(start);
            self.found.push(component.into_iter().collect());
        }
    }
}
