//! Equal input gives equal bytes: whatever the number of threads, the time zone, the locale, or the
//! order in which the disk lists its files. A second build into the same folder writes nothing.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test runs the program in folders of its own, and stops where that fails"
)]

mod folders;

use std::path::Path;
use std::process::{Command, Output};

use folders::{empty_folder, files_below};

fn build(root: &Path, output: &Path, surroundings: &[(&str, &str)]) -> Output {
    let result = Command::new(env!("CARGO_BIN_EXE_boardplan"))
        .args(["build", "--as-of", "2026-11-21", "--root"])
        .arg(root)
        .arg("--output")
        .arg(output)
        .envs(surroundings.iter().copied())
        .output()
        .unwrap();
    assert!(
        result.status.success(),
        "{}",
        String::from_utf8_lossy(&result.stdout)
    );
    result
}

/// A copy of the sample whose files were made in the reverse order.
fn reversed_copy(to: &Path) {
    for folder in ["content", "themes"] {
        for (name, bytes) in files_below(Path::new(folder)).iter().rev() {
            let file = to.join(folder).join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
    }
}

#[test]
fn surroundings_do_not_show_in_the_site() {
    let first = empty_folder("same-bytes-first");
    let one_thread = [
        ("RAYON_NUM_THREADS", "1"),
        ("TZ", "Pacific/Auckland"),
        ("LC_ALL", "C"),
    ];
    build(Path::new("."), &first, &one_thread);

    let copy = empty_folder("same-bytes-copy");
    reversed_copy(&copy);
    let second = empty_folder("same-bytes-second");
    let many_threads = [
        ("RAYON_NUM_THREADS", "7"),
        ("TZ", "America/St_Johns"),
        ("LC_ALL", "tr_TR.UTF-8"),
    ];
    build(&copy, &second, &many_threads);

    let (first, second) = (files_below(&first), files_below(&second));
    assert!(first.len() > 50, "a whole site was built");
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        second.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in &first {
        assert!(second[path] == *bytes, "{path} differs");
    }
}

#[test]
fn a_second_build_writes_nothing() {
    let folder = empty_folder("same-bytes-twice");
    build(Path::new("."), &folder, &[]);
    let times = |folder: &Path| -> Vec<_> {
        files_below(folder)
            .keys()
            .map(|path| {
                let facts = std::fs::metadata(folder.join(path)).unwrap();
                (path.clone(), facts.modified().unwrap())
            })
            .filter(|(path, _)| !path.starts_with('.'))
            .collect()
    };
    let before = times(&folder);
    let result = build(Path::new("."), &folder, &[]);
    assert_eq!(before, times(&folder));
    let said = String::from_utf8_lossy(&result.stdout).into_owned();
    assert!(said.contains("Nothing had changed"), "{said}");
}
