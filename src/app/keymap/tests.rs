//! Checks rules that all bindings must keep.

use super::*;
use crate::app::presentation::keymap;
use crossterm::event::KeyCode;
use std::collections::HashSet;

const TABLES: [&[Binding]; 2] = [BINDINGS, keymap::BINDINGS];

#[test]
fn no_key_does_two_things() {
    for table in TABLES {
        let mut seen = HashSet::new();
        for chord in table.iter().flat_map(|binding| binding.chords.iter()) {
            assert!(seen.insert(*chord), "{}", chord.written());
        }
    }
}

#[test]
fn every_action_has_an_id_of_its_own_and_keys_that_a_file_can_name() {
    for table in TABLES {
        let mut seen = HashSet::new();
        for binding in table {
            assert!(seen.insert(binding.id), "{}", binding.id);
            assert!(binding.id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", binding.id);
            for chord in binding.chords.iter() {
                assert_eq!(Chord::parse(&chord.written()), Ok(*chord));
            }
        }
    }
}

#[test]
fn every_action_has_a_key_that_an_input_method_lets_through() {
    for binding in TABLES.into_iter().flatten() {
        let is_digit = |chord: &Chord| matches!(chord.code, KeyCode::Char('0'..='9'));
        assert!(binding.chords.iter().any(|chord| !chord.types() || is_digit(chord)), "{}", binding.id);
    }
}
