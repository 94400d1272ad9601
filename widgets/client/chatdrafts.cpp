// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/chat.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace client {

namespace {
constexpr qsizetype longestState = 1024 * 1024;
constexpr qsizetype mostDrafts = 1000;
const QLatin1String draftsKey("drafts");
const QLatin1String unsentKey("unsent");
const QLatin1String passagesKey("passages");
} // namespace

QString Chat::draft(const QString &room) const { return m_drafts.value(me()).value(room); }

void Chat::setDraft(const QString &room, const QString &text)
{
    QMap<QString, QString> &mine = m_drafts[me()];
    if (text.isEmpty())
        mine.remove(room);
    else
        mine.insert(room, text);
}

QByteArray Chat::state() const
{
    QJsonObject drafts;
    for (auto account = m_drafts.begin(); account != m_drafts.end(); ++account) {
        QJsonObject rooms;
        for (auto room = account->begin(); room != account->end(); ++room)
            rooms.insert(room.key(), room.value());
        if (!rooms.isEmpty())
            drafts.insert(account.key(), rooms);
    }
    QJsonObject unsent = m_unsent;
    QJsonObject mine;
    for (const auto &[name, room] : m_rooms) {
        QJsonArray texts;
        for (int place = 0; place < room->count(); ++place) {
            const ChatLine::Sending sending = room->line(place).sending;
            if (sending != ChatLine::Sending::Sent && sending != ChatLine::Sending::Coming)
                texts << room->line(place).message.message;
        }
        if (!texts.isEmpty())
            mine.insert(name, texts);
    }
    if (!mine.isEmpty())
        unsent.insert(me(), mine);
    return QJsonDocument(
               QJsonObject{{draftsKey, drafts}, {unsentKey, unsent}, {passagesKey, m_showsPassages}})
        .toJson(QJsonDocument::Compact);
}

void Chat::restore(const QByteArray &state)
{
    if (state.size() > longestState)
        return;
    const QJsonObject whole = QJsonDocument::fromJson(state).object();
    const QJsonObject drafts = whole.value(draftsKey).toObject();
    for (auto account = drafts.begin(); account != drafts.end(); ++account) {
        const QJsonObject rooms = account.value().toObject();
        for (auto room = rooms.begin(); room != rooms.end() && m_drafts[account.key()].size() < mostDrafts;
             ++room)
            m_drafts[account.key()].insert(room.key(), room.value().toString().left(chat::longestMessage));
    }
    m_unsent = whole.value(unsentKey).toObject();
    setShowsPassages(whole.value(passagesKey).toBool());
    restoreFor(me());
}

/// What was not sent when the window was closed stands in the composer again: whether it still holds is for
/// its author to say.
void Chat::restoreFor(const QString &user)
{
    if (user.isEmpty() || !m_unsent.contains(user))
        return;
    const QJsonObject rooms = m_unsent.take(user).toObject();
    for (auto room = rooms.begin(); room != rooms.end(); ++room) {
        QStringList texts;
        const QJsonArray unsent = room.value().toArray();
        for (const QJsonValue &text : unsent)
            texts << text.toString();
        texts << draft(room.key());
        texts.removeAll(QString());
        setDraft(room.key(), texts.join(QLatin1Char('\n')).left(chat::longestMessage));
    }
}

} // namespace client
