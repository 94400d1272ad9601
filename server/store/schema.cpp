// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

namespace store {

const Schema &mainSchema()
{
    static const Schema schema{
        QStringLiteral("belfry.db"),
        0x42464c59, // "BFLY"
        4096,
        {{
             QStringLiteral("CREATE TABLE probe (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)"),
             QStringLiteral(
                 "CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"),
             QStringLiteral(
                 "CREATE TABLE account (id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL "
                 "UNIQUE,"
                 " display_name TEXT NOT NULL, email TEXT NOT NULL, email_key TEXT UNIQUE, role INTEGER NOT "
                 "NULL, password_hash TEXT NOT NULL, is_active INTEGER NOT NULL, token_generation INTEGER "
                 "NOT NULL, created_at INTEGER NOT NULL)"),
             QStringLiteral(
                 "CREATE TABLE refresh_grant (id TEXT PRIMARY KEY, family TEXT NOT NULL, account TEXT NOT "
                 "NULL, expires_at INTEGER NOT NULL, is_spent INTEGER NOT NULL)"),
             QStringLiteral("CREATE INDEX refresh_grant_family ON refresh_grant(family)"),
             QStringLiteral("CREATE INDEX refresh_grant_account ON refresh_grant(account)"),
             QStringLiteral("CREATE INDEX refresh_grant_expires ON refresh_grant(expires_at)"),
             QStringLiteral(
                 "CREATE TABLE event (id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, topic TEXT NOT NULL,"
                 " at INTEGER NOT NULL, priority INTEGER NOT NULL, source TEXT NOT NULL, audience TEXT NOT "
                 "NULL, payload TEXT NOT NULL, expires_at INTEGER)"),
             QStringLiteral("CREATE INDEX event_topic_at ON event(topic, at)"),
             QStringLiteral("CREATE INDEX event_at ON event(at)"),
             QStringLiteral("CREATE INDEX event_expires ON event(expires_at) WHERE expires_at IS NOT NULL"),
         },
         {
             QStringLiteral(
                 "CREATE TABLE audit (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, "
                 "account TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL, address TEXT NOT NULL, "
                 "outcome TEXT NOT NULL, detail TEXT NOT NULL, count INTEGER NOT NULL, seal BLOB NOT NULL)"),
             QStringLiteral("CREATE INDEX audit_at ON audit(at)"),
             QStringLiteral("CREATE INDEX audit_action ON audit(action, number)"),
             QStringLiteral("CREATE INDEX audit_actor ON audit(actor, number)"),
             QStringLiteral("CREATE TABLE audit_head (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER "
                            "NOT NULL, seal BLOB NOT NULL, proof BLOB NOT NULL)"),
             QStringLiteral("CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT "
                            "RAISE(ABORT, 'the audit trail is only added to'); END"),
             QStringLiteral("CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit BEGIN SELECT "
                            "RAISE(ABORT, 'the audit trail is only added to'); END"),
         },
         {
             QStringLiteral("CREATE TABLE chat_room (name TEXT PRIMARY KEY, made_by TEXT NOT NULL, made_at "
                            "INTEGER NOT NULL) WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE chat_line (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
                            "room TEXT NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL, body BLOB NOT "
                            "NULL)"),
             QStringLiteral("CREATE INDEX chat_line_room ON chat_line(room, number)"),
             QStringLiteral("CREATE TABLE notice (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
                            "account TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL)"),
             QStringLiteral("CREATE INDEX notice_account ON notice(account, number)"),
             QStringLiteral("CREATE TABLE notice_read (account TEXT NOT NULL, notice INTEGER NOT NULL, "
                            "PRIMARY KEY (account, notice)) WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE app (id TEXT PRIMARY KEY, is_active INTEGER NOT NULL, changed_at "
                            "INTEGER NOT NULL, changed_by TEXT NOT NULL) WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE agent (id TEXT PRIMARY KEY, status TEXT NOT NULL, data BLOB NOT "
                            "NULL, seen_at INTEGER NOT NULL, reported_by TEXT NOT NULL) WITHOUT ROWID"),
             QStringLiteral("CREATE TABLE client (identity TEXT NOT NULL, id TEXT NOT NULL, wishes TEXT NOT "
                            "NULL, until INTEGER NOT NULL, PRIMARY KEY (identity, id)) WITHOUT ROWID"),
         },
         {
             QStringLiteral("ALTER TABLE account ADD COLUMN departments BLOB NOT NULL DEFAULT x''"),
             QStringLiteral("ALTER TABLE account ADD COLUMN codes BLOB NOT NULL DEFAULT x''"),
             QStringLiteral(
                 "CREATE TABLE sign_in (id TEXT PRIMARY KEY, account TEXT NOT NULL, address TEXT NOT "
                 "NULL, client TEXT NOT NULL, made_at INTEGER NOT NULL, used_at INTEGER NOT NULL, "
                 "expires_at INTEGER NOT NULL) WITHOUT ROWID"),
             QStringLiteral("CREATE INDEX sign_in_account ON sign_in(account)"),
             QStringLiteral("CREATE INDEX sign_in_expires ON sign_in(expires_at)"),
             QStringLiteral("CREATE TABLE department (id TEXT PRIMARY KEY, name TEXT NOT NULL, networks BLOB "
                            "NOT NULL) WITHOUT ROWID"),
         },
         {
             QStringLiteral("CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL, "
                            "PRIMARY KEY (kind, id)) WITHOUT ROWID"),
             QStringLiteral(
                 "CREATE TABLE change (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, subject TEXT "
                 "NOT NULL, field TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, source TEXT NOT "
                 "NULL)"),
             QStringLiteral("CREATE INDEX change_subject ON change(subject, number)"),
             QStringLiteral("CREATE INDEX change_at ON change(at)"),
         },
         {
             QStringLiteral("ALTER TABLE chat_room ADD COLUMN body BLOB NOT NULL DEFAULT x''"),
             QStringLiteral("CREATE INDEX chat_line_at ON chat_line(at)"),
             QStringLiteral(
                 "CREATE VIRTUAL TABLE chat_text USING fts5(text, marks, content='', prefix='2 3', "
                 "tokenize='unicode61 remove_diacritics 2')"),
             // What was written before is indexed while the house is open.
             QStringLiteral(
                 "CREATE TABLE chat_unindexed (id INTEGER PRIMARY KEY CHECK (id = 1), up_to INTEGER "
                 "NOT NULL)"),
             QStringLiteral("INSERT INTO chat_unindexed SELECT 1, coalesce(max(number), 0) FROM chat_line"),
             QStringLiteral(
                 "CREATE TABLE chat_trace (number INTEGER PRIMARY KEY, line INTEGER NOT NULL, at "
                 "INTEGER NOT NULL, actor TEXT NOT NULL, deed INTEGER NOT NULL, text TEXT NOT NULL)"),
             QStringLiteral("CREATE INDEX chat_trace_line ON chat_trace(line, number)"),
             QStringLiteral(
                 "CREATE TABLE chat_reaction (number INTEGER PRIMARY KEY, line INTEGER NOT NULL, sign "
                 "TEXT NOT NULL, account TEXT NOT NULL, UNIQUE (line, sign, account))"),
             QStringLiteral(
                 "CREATE TABLE chat_mark (account TEXT NOT NULL, room TEXT NOT NULL, line INTEGER NOT "
                 "NULL, PRIMARY KEY (account, room)) WITHOUT ROWID"),
             QStringLiteral(
                 "CREATE TABLE chat_call (account TEXT NOT NULL, room TEXT NOT NULL, line INTEGER NOT "
                 "NULL, PRIMARY KEY (account, room, line)) WITHOUT ROWID"),
             QStringLiteral("CREATE INDEX chat_call_line ON chat_call(line)"),
             QStringLiteral(
                 "CREATE TABLE chat_picture (id TEXT PRIMARY KEY, line INTEGER NOT NULL, picture BLOB "
                 "NOT NULL, data BLOB NOT NULL)"),
             QStringLiteral("CREATE INDEX chat_picture_line ON chat_picture(line)"),
         }}};
    return schema;
}

const Schema &metricsSchema()
{
    static const Schema schema{
        QStringLiteral("metrics.db"),
        0x42464c4d, // "BFLM"
        8192, // a minute of many series is a few KiB; smaller pages would spill each into an overflow page
        {{
            QStringLiteral("CREATE TABLE probe (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)"),
            QStringLiteral("CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"),
            QStringLiteral("CREATE TABLE layout (id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE)"),
            QStringLiteral(
                "CREATE TABLE frame (source INTEGER NOT NULL, at INTEGER NOT NULL, layout INTEGER NOT NULL,"
                " data BLOB NOT NULL, PRIMARY KEY (source, at)) WITHOUT ROWID"),
            QStringLiteral(
                "CREATE TABLE minute (source INTEGER NOT NULL, at INTEGER NOT NULL, layout INTEGER NOT NULL,"
                " data BLOB NOT NULL, PRIMARY KEY (source, at)) WITHOUT ROWID"),
            QStringLiteral(
                "CREATE TABLE hour (source INTEGER NOT NULL, at INTEGER NOT NULL, layout INTEGER NOT NULL,"
                " data BLOB NOT NULL, PRIMARY KEY (source, at)) WITHOUT ROWID"),
        }}};
    return schema;
}

} // namespace store
