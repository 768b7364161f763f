//! The house rules, as tests.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use talk::{COMMANDS, Kind, Words};
use tests::root;

/// A file of the workspace.
fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every source file below a folder.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                found.push((path.display().to_string(), text));
            }
        }
    }
    found
}

#[test]
fn the_readme_has_the_command_table() {
    let mut table = String::from("| command | parameters | what it does |\n|---|---|---|\n");
    for command in COMMANDS {
        let param = |param: &talk::Param| {
            let name = match param.kind {
                Kind::OneOf(values) => format!("{} ({})", param.name, values.join(", ")),
                _ => param.name.to_owned(),
            };
            if command.free == Some(param.name) { format!("**{name}**") } else { name }
        };
        let params: Vec<String> = command.params.iter().map(param).collect();
        let about = Words::of("en").plain(command.about, &[]);
        let _ = writeln!(table, "| `/{}` | {} | {about} |", command.path, params.join(", "));
    }
    assert!(read("README.md").contains(&table), "the README should have:\n\n{table}");
}

#[test]
fn the_readme_names_every_setting() {
    let readme = read("README.md");
    let mut section = String::new();
    for line in read("config/default.toml").lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = name.to_owned();
        } else if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            let variable = format!("STREAKS_{}_{}", section.to_uppercase(), key.to_uppercase());
            assert!(
                readme.contains(&format!("`{variable}`"))
                    && readme.contains(&format!("`{section}.{key}`")),
                "{variable}"
            );
        }
    }
}

/// The crates of ours that a crate may name.
const ARROWS: [(&str, &[&str]); 9] = [
    ("engine/rules", &[]),
    ("engine", &["rules"]),
    ("bots/pictures", &[]),
    ("bots/talk", &["engine", "pictures", "rules"]),
    ("bots/discord", &["engine", "talk"]),
    ("bots/telegram", &["engine", "talk"]),
    ("bots/email", &["engine", "talk"]),
    ("bots/push", &["engine", "talk"]),
    ("bots/sandbox", &[]),
];

#[test]
fn the_crates_depend_on_each_other_as_drawn() {
    let ours = [
        "rules", "engine", "pictures", "talk", "discord", "telegram", "email", "push", "sandbox",
        "webhooks", "streaks",
    ];
    for (folder, allowed) in ARROWS {
        let manifest = read(&format!("{folder}/Cargo.toml"));
        let (_, rest) = manifest.split_once("[dependencies]").unwrap_or_default();
        let dependencies = rest.split("\n[").next().unwrap_or_default();
        let named: BTreeSet<&str> =
            dependencies.lines().filter_map(|line| line.split(['.', ' ', '=']).next()).collect();
        for other in ours.iter().filter(|other| named.contains(*other)) {
            assert!(allowed.contains(other), "{folder} names {other}");
        }
    }
}

#[test]
fn imports_run_downwards() {
    let counted = std::process::Command::new(root().join("scripts/imports"))
        .current_dir(root())
        .output()
        .expect("scripts/imports runs");
    let (said, why) =
        (String::from_utf8_lossy(&counted.stdout), String::from_utf8_lossy(&counted.stderr));
    println!("{said}");
    assert!(counted.status.success(), "{said}{why}");
}

/// A source file without its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

#[test]
fn no_command_imports_another() {
    for (path, text) in sources("bots/talk/src/commands") {
        let (_, own) = path.split_once("talk/src/commands/").expect("below the commands");
        let own = own.trim_end_matches(".rs").replace('/', "::");
        let tests = without_tests(&text);
        for line in tests.lines().filter(|line| line.contains("crate::commands::")) {
            let (_, named) = line.split_once("crate::commands::").expect("it is named");
            // A command may be parted into files of its own.
            let (folder, _) = own.rsplit_once("::").unwrap_or((&own, ""));
            let is_own = named.starts_with(&format!("{own}::"))
                || (folder.contains("::") && named.starts_with(folder));
            assert!(is_own, "{path}: {line}");
        }
    }
}

#[test]
fn texts_are_read_in_locale_and_words_of_a_language_are_known_in_parse() {
    for (path, text) in sources("bots/talk/src") {
        let is_tested = path.contains("/testing/");
        let code = without_tests(&text);
        assert!(path.contains("/locale/") || !code.contains(".ftl"), "{path} reads texts");
        let is_word = |c: char| c.is_alphabetic() && !c.is_ascii();
        let in_code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let known = path.contains("/parse/") || path.contains("/locale/") || is_tested;
        for line in in_code.filter(|_| !known) {
            assert!(!line.contains(is_word), "{path} knows words: {line}");
        }
    }
}

#[test]
fn sql_stands_in_the_store_and_platforms_in_their_crates() {
    for (path, text) in
        sources("engine").into_iter().chain(sources("bots")).chain(sources("webhooks"))
    {
        let is_store = path.contains("engine/src/store")
            || path.ends_with("engine/src/error.rs")
            || path.contains("engine/src/testing/")
            // Tests that damage a database, to see that it is noticed.
            || path.contains("engine/tests/");
        assert!(is_store || !text.contains("sqlx::"), "{path} knows SQL");
        assert!(path.contains("bots/discord") || !text.contains("use poise"), "{path} knows poise");
        assert!(
            path.contains("bots/telegram") || !text.contains("use teloxide"),
            "{path} knows teloxide"
        );
    }
}

/// Where statements are made of parts while the program runs, each with what the parts are: ours, and nothing that somebody
/// said. Everywhere else the driver takes only what stands in the source.
const MADE_OF_PARTS: [(&str, &str); 15] = [
    ("communities.rs", "a column of ours"),
    ("email.rs", "conditions of ours"),
    ("erase.rs", "tables and columns of ours"),
    ("invites.rs", "a condition of ours"),
    ("leaderboard.rs", "a column and an index of ours"),
    ("merge.rs", "tables and columns of ours, and what the database calls its columns"),
    ("migrate.rs", "tables of ours"),
    ("mod.rs", "a statement of ours, in another one that gathers its rows"),
    ("moderation.rs", "a condition, an order and a sign of ours"),
    ("orphan.rs", "tables of ours"),
    ("trial.rs", "what the database calls its tables, as far as they are ours"),
    ("window.rs", "an index of ours"),
    ("testing/temp_database.rs", "a name that we made up"),
    ("engine/tests/", "what a test does to a database"),
    ("tests/", "what a test does to a database"),
];

#[test]
fn no_statement_is_made_of_what_people_say() {
    let all = ["engine", "bots", "webhooks", "tests"].into_iter().flat_map(sources);
    let mut unused: BTreeSet<&str> = MADE_OF_PARTS.iter().map(|(file, _)| *file).collect();
    for (path, text) in all.filter(|(path, _)| !path.ends_with("tests/tests/tidy.rs")) {
        let path = path.trim_start_matches(&root().display().to_string()).trim_start_matches('/');
        let own = path.strip_prefix("engine/src/store/").or(path.strip_prefix("engine/src/"));
        if !text.contains("AssertSqlSafe") {
            continue;
        }
        let known = MADE_OF_PARTS.iter().find(|(file, _)| match file.strip_suffix('/') {
            Some(_) => path.starts_with(*file),
            None => own == Some(*file),
        });
        let (file, _) = known.unwrap_or_else(|| panic!("{path} makes statements of parts"));
        unused.remove(file);
        // A value goes in by its number, not between quotes; in one place columns are named so.
        let is_quoted = text.lines().any(|line| {
            let is_sql =
                ["select ", "update ", "delete ", "insert "].map(|verb| line.contains(verb));
            is_sql.contains(&true) && line.contains("'{") && line.contains("}'")
        });
        assert!(
            own.is_none() || !is_quoted || *file == "merge.rs",
            "{path} quotes what it is given"
        );
    }
    assert!(unused.is_empty(), "no statements are made of parts in {unused:?}");
}

#[test]
fn unsafe_code_is_forbidden_in_every_crate() {
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
    for line in read("Cargo.toml")
        .lines()
        .skip_while(|line| !line.starts_with("members"))
        .take_while(|line| *line != "]")
    {
        let Some(folder) = line.trim().strip_prefix('"').and_then(|line| line.split('"').next())
        else {
            continue;
        };
        assert!(
            read(&format!("{folder}/Cargo.toml")).contains("[lints]\nworkspace = true"),
            "{folder}"
        );
    }
}

#[test]
fn the_same_steps_build_the_image_and_the_tests() {
    let dockerfile = read("Dockerfile");
    for words in [
        "USER 65532",
        "distroless/cc-debian12:nonroot",
        "HEALTHCHECK",
        "streaks\", \"healthcheck",
        "cargo build --release --locked --package streaks",
    ] {
        assert!(dockerfile.contains(words), "{words}");
    }
    assert!(read(".ci/run").contains("exec scripts/test"));
}
