//! How old an entry is, in words.

use crate::history::Origin;

/// How long ago: `5m`, or `5 minutes ago`. Empty when that is not known.
pub fn age(origin: &Origin, now: u64, long: bool) -> String {
    const UNITS: &[(u64, &str, &str)] = &[
        (365 * 86_400, "y", "year"),
        (30 * 86_400, "mo", "month"),
        (7 * 86_400, "w", "week"),
        (86_400, "d", "day"),
        (3_600, "h", "hour"),
        (60, "m", "minute"),
        (1, "s", "second"),
    ];
    if origin.time == 0 {
        return String::new();
    }
    let seconds = now.saturating_sub(origin.time).max(1);
    let unit = UNITS.iter().find(|(length, _, _)| seconds >= *length);
    let &(length, short, name) = unit.unwrap_or(&(1, "s", "second"));
    let count = seconds / length;
    let plural = if count == 1 { "" } else { "s" };
    if long { format!("{count} {name}{plural} ago") } else { format!("{count}{short}") }
}
