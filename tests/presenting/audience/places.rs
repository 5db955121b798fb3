//! Where audiences meet: who may enter, who is believed, and who is followed.

use cppcc::app::QuestionsTaken;
use cppcc::audience::{
    AudienceClient, AudienceFolders, AudienceRights, AudienceServer, FrameKind, Look, Person, bind_socket,
};
use cppcc::text::Lang;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::many::{open, slide};
use crate::support;
use crate::support::pty::SOON;

fn folders(shared: &Path) -> AudienceFolders {
    AudienceFolders { private: None, shared: shared.to_owned(), named: None }
}

fn own_folder(shared: &Path) -> PathBuf {
    shared.join(format!("cppcc-audience-{}", rustix::process::geteuid().as_raw()))
}

fn client(folders: &AudienceFolders, from: Option<Person>) -> AudienceClient {
    AudienceClient::new(folders.clone(), from, || {})
}

/// Waits until the client knows a slide of this number, or that it has ended.
fn wait_for_slide(client: &mut AudienceClient, number: Option<usize>) {
    let end = Instant::now() + SOON;
    loop {
        let news = client.receive();
        let has_come = match number {
            Some(number) => news.slide.is_some_and(|slide| slide.slide == number),
            None => news.has_ended,
        };
        if has_come {
            return;
        }
        assert!(Instant::now() < end, "{number:?} was not told");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn the_socket_has_the_rights_that_were_asked_for() {
    let shared = tempfile::tempdir().unwrap();
    let private = support::private_folder();
    let group = nix_group();
    for (rights, mode) in
        [(AudienceRights::User, 0o600), (AudienceRights::Group(group.clone()), 0o660), (AudienceRights::Anyone, 0o666)]
    {
        let folders = AudienceFolders { private: Some(private.path().to_owned()), ..folders(shared.path()) };
        let path = folders.socket(&rights).unwrap();
        let listener = bind_socket(&path, &rights).unwrap();
        let folder = if rights == AudienceRights::User { private.path().to_owned() } else { own_folder(shared.path()) };
        assert_eq!(path.parent(), Some(folder.as_path()), "{rights:?}");
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, mode, "{rights:?}");
        drop(listener);
        fs::remove_file(&path).unwrap();
    }
    assert_eq!(fs::metadata(own_folder(shared.path())).unwrap().mode() & 0o7777, 0o755);
    let why = bind_socket(&shared.path().join("s"), &AudienceRights::Group("no-such-group".to_owned())).unwrap_err();
    assert!(why.get(Lang::En).contains("no-such-group"), "{why:?}");
    assert_eq!(fs::read_dir(shared.path()).unwrap().count(), 1, "nothing is left of it");
}

/// The name of a group that the user belongs to.
fn nix_group() -> String {
    let output = std::process::Command::new("id").arg("-gn").output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_folder_that_somebody_else_could_have_made_is_refused() {
    let shared = tempfile::tempdir().unwrap();
    let own = own_folder(shared.path());
    let refused = |what: &str| {
        let why = folders(shared.path()).socket(&AudienceRights::Anyone);
        assert!(why.is_err(), "{what}");
        assert!(folders(shared.path()).find().is_empty(), "{what}");
    };
    fs::create_dir(&own).unwrap();
    fs::set_permissions(&own, Permissions::from_mode(0o777)).unwrap();
    let _squatting = UnixListener::bind(own.join("cppcc-audience-1.sock")).unwrap();
    refused("others may write to it");
    fs::remove_dir_all(&own).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    symlink(elsewhere.path(), &own).unwrap();
    refused("it is a link");
    fs::remove_file(&own).unwrap();
    if rustix::process::geteuid().is_root() {
        fs::create_dir(&own).unwrap();
        fs::set_permissions(&own, Permissions::from_mode(0o755)).unwrap();
        rustix::fs::chown(&own, Some(rustix::fs::Uid::from_raw(65_534)), None).unwrap();
        let _squatting = UnixListener::bind(own.join("cppcc-audience-1.sock")).unwrap();
        refused("it is another user's");
        // A socket that another user owns than the one who listens there is not connected to.
        let named = elsewhere.path().join("named.sock");
        let listener = bind_socket(&named, &AudienceRights::Anyone).unwrap();
        let _server = AudienceServer::open(&named, listener, QuestionsTaken::No, || {}).unwrap();
        rustix::fs::chown(&named, Some(rustix::fs::Uid::from_raw(65_534)), None).unwrap();
        let mut misled = client(&AudienceFolders { named: Some(named), ..folders(shared.path()) }, None);
        assert_eq!(misled.look(), Look::NotAllowed(Person::of(65_534)));
    } else {
        eprintln!("skipped: another user's folder, which only root can make");
    }
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    fs::write(&file, "dear").unwrap();
    assert!(bind_socket(&file, &AudienceRights::Anyone).is_err());
    assert_eq!(fs::read_to_string(&file).unwrap(), "dear");
    // Nor a presentation that is being given; but one whose program was killed is.
    let path = folder.path().join("audience.sock");
    let server = open(&path, QuestionsTaken::No);
    assert!(bind_socket(&path, &AudienceRights::Anyone).is_err());
    drop(server);
    drop(UnixListener::bind(&path).unwrap());
    drop(bind_socket(&path, &AudienceRights::Anyone).unwrap());
}

#[test]
fn the_newest_of_a_user_is_followed_and_the_next_after_its_end() {
    let shared = tempfile::tempdir().unwrap();
    let first = folders(shared.path()).socket(&AudienceRights::Anyone).unwrap();
    let give = |path: &Path, number| {
        let server = open(path, QuestionsTaken::No);
        server.give(FrameKind::Snapshot.frame(b"data").unwrap());
        server.show(&slide(number));
        server
    };
    let old = give(&first, 1);
    std::thread::sleep(Duration::from_millis(20));
    let new = give(&first.with_file_name("cppcc-audience-2.sock"), 2);
    let dead = first.with_file_name("cppcc-audience-3.sock");
    drop(UnixListener::bind(&dead).unwrap());
    let mut follower = client(&folders(shared.path()), None);
    assert_eq!(follower.look(), Look::Connected);
    assert!(!dead.exists(), "what a killed program left is removed");
    assert_eq!(follower.presenter(), Some(&Person::present()));
    wait_for_slide(&mut follower, Some(2));
    drop(new);
    wait_for_slide(&mut follower, None);
    assert_eq!(follower.presenter(), None);
    assert_eq!(follower.look(), Look::Connected);
    wait_for_slide(&mut follower, Some(1));
    drop(old);
    wait_for_slide(&mut follower, None);
    assert_eq!(follower.look(), Look::Nobody);
    // Somebody else is asked for.
    let _again = give(&first, 3);
    let mut other = client(&folders(shared.path()), Some(Person { uid: 12_345, name: "other".to_owned() }));
    assert_eq!(other.look(), Look::Nobody);
}
