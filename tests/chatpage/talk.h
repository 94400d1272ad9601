// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatchanges.h"
#include "catalog/chatcommands.h"
#include "catalog/chathistory.h"
#include "support/scriptedlink.h"

/// Chat rooms and what was written in them, kept behind a scripted link.
class Talk
{
public:
    explicit Talk(support::ScriptedLink &link, const QDateTime &now) : m_link(link), now(now)
    {
        const chat::Member dana{QStringLiteral("u1"), QStringLiteral("Dana Keller")};
        const chat::Member omar{QStringLiteral("u2"), QStringLiteral("Omar Bennani")};
        addRoom("general_chat", chat::RoomKind::Public, "What everybody should know");
        addRoom("alerts", chat::RoomKind::Public, "Alert discussion");
        addRoom("night shift", chat::RoomKind::Private, "", {dana, omar});
        addRoom("admin_notifications", chat::RoomKind::System);
        addRoom("direct-u1-u2", chat::RoomKind::Direct, "", {dana, omar});
        scriptRooms();
        scriptMessages();
    }

    void addRoom(const char *name, chat::RoomKind kind, const char *topic = "",
                 const QList<chat::Member> &members = {})
    {
        chat::RoomEntry entry;
        entry.room = {QString::fromUtf8(name),
                      kind,
                      QString::fromUtf8(topic),
                      {},
                      members,
                      QStringLiteral("u1"),
                      now,
                      false};
        rooms << entry;
    }
    chat::Message make(const QString &text, const char *user = "u2", const char *name = "Omar Bennani",
                       const char *room = "general_chat")
    {
        chat::Message message;
        message.id = QStringLiteral("m-%1").arg(++m_last, 6, 10, QLatin1Char('0'));
        message.roomName = QString::fromUtf8(room);
        message.userId = QString::fromUtf8(user);
        message.userName = QString::fromUtf8(name);
        message.message = text;
        message.timestamp = now.addSecs(m_last);
        return message;
    }
    /// Written before anybody looks.
    chat::Message &keep(const chat::Message &message)
    {
        messages << message;
        return messages.last();
    }
    void keepMany(int count)
    {
        for (int i = 0; i < count; ++i)
            keep(make(QStringLiteral("line %1").arg(i)));
    }
    /// Written now, and told.
    chat::Message say(const chat::Message &message)
    {
        keep(message);
        m_link.say(message, message.timestamp);
        return message;
    }
    [[nodiscard]] QList<chat::Message> of(const QString &room) const
    {
        QList<chat::Message> own = messages;
        own.removeIf([&](const chat::Message &message) { return message.roomName != room; });
        return own;
    }
    chat::Message *find(const QString &id)
    {
        const auto found = std::find_if(messages.begin(), messages.end(),
                                        [&](const chat::Message &message) { return message.id == id; });
        return found == messages.end() ? nullptr : &*found;
    }
    void setMarks(const char *room, const chat::Marks &marks)
    {
        for (chat::RoomEntry &entry : rooms) {
            if (entry.room.name == QLatin1String(room))
                entry.marks = marks;
        }
    }

private:
    template <class T>
    static core::Reply said(const T &reply)
    {
        return core::Reply(core::toJson(reply).toObject());
    }
    template <class T, class Do>
    void on(Do deed)
    {
        m_link.answers.insert(QString::fromLatin1(T::name), [deed](const QJsonObject &params) -> core::Reply {
            const core::Result<T> asked = core::fromJson<T>(params);
            return asked ? deed(asked.value()) : core::Reply(asked.error());
        });
    }

    void scriptRooms()
    {
        on<chat::ListRooms>([this](const auto &) { return said(chat::ListRooms::Reply{rooms}); });
        on<chat::Join>([this](const chat::Join &asked) {
            for (chat::RoomEntry &entry : rooms)
                entry.isEntered = entry.isEntered || entry.room.name == asked.roomName;
            return said(chat::Join::Reply{asked.roomName, {}, {}});
        });
        on<chat::Who>([](const auto &) {
            identity::Profile dana;
            dana.uid = QStringLiteral("u1");
            dana.displayName = QStringLiteral("Dana Keller");
            identity::Profile lee;
            lee.uid = QStringLiteral("u4");
            lee.displayName = QStringLiteral("Lee <b>Park</b>");
            return said(chat::Who::Reply{{dana, lee}});
        });
        on<chat::OpenDirect>([this](const chat::OpenDirect &) { return said(rooms.last().room); });
        on<chat::SetRoom>([this](const chat::SetRoom &asked) {
            addRoom(asked.roomName.toUtf8().constData(), asked.kind.value_or(chat::RoomKind::Public),
                    asked.topic.value_or(QString()).toUtf8().constData());
            return said(rooms.last().room);
        });
        on<chat::SlashWords>([](const auto &) {
            return said(chat::SlashWords::Reply{
                {{QStringLiteral("ack"), QStringLiteral("A-12 [note]"),
                  QStringLiteral("Says that you look after an alert"), true},
                 {QStringLiteral("scan"), QStringLiteral("network [discovery]"),
                  QStringLiteral("Scans an address or a network"), true},
                 {QStringLiteral("who"), QString(), QStringLiteral("Lists who is in this room"), false},
                 {QStringLiteral("ai"), QStringLiteral("question"),
                  QStringLiteral("Asks the assistant; the answer is for you alone"), false}}});
        });
        on<chat::PreviewSlash>([](const chat::PreviewSlash &asked) {
            chat::PreviewSlash::Reply reply;
            if (asked.text.startsWith(QLatin1String("/ai "))) {
                reply.sentence = QStringLiteral("Asks the assistant");
                reply.command = QStringLiteral("assistant.ask");
                reply.params = {{QStringLiteral("text"), asked.text.mid(4)}};
                return said(reply);
            }
            if (!asked.text.startsWith(QLatin1String("/ack A-"))) {
                reply.fault = chat::SlashFault{QStringLiteral("Name an alert, such as A-12."), 5, 3};
                return said(reply);
            }
            reply.sentence = QStringLiteral("Acknowledges A-12: I am on it");
            reply.command = QStringLiteral("alerts.acknowledge");
            reply.params = {{QStringLiteral("ids"), QJsonArray{QStringLiteral("A-12")}}};
            reply.isChanging = true;
            return said(reply);
        });
    }
    void scriptMessages()
    {
        on<chat::History>([this](const chat::History &asked) { return said(page(asked)); });
        on<chat::Send>([this](const chat::Send &asked) {
            chat::Message message = make(asked.message, "u1", "Dana Keller");
            message.roomName = asked.roomName;
            message.replyTo = asked.replyTo;
            message.cards = asked.cards;
            if (asked.attachment) {
                const QString id = QStringLiteral("p-%1").arg(pictures.size());
                message.attachment = chat::Attachment{
                    id, asked.attachment->name, 600, 300, 100, asked.attachment->data.has_value()};
                if (asked.attachment->values) {
                    message.attachment->shows = {QStringLiteral("values")};
                    values.insert(id, *asked.attachment->values);
                }
                pictures.insert(id, {*message.attachment, asked.attachment->picture, asked.attachment->data});
            }
            return said(asked.attachment ? say(message) : keep(message));
        });
        on<chat::GetAttachment>(
            [this](const chat::GetAttachment &asked) { return said(pictures.value(asked.id)); });
        on<chat::GetValues>([this](const chat::GetValues &asked) { return said(values.value(asked.id)); });
        on<chat::SetTyping>([](const auto &) { return said(identity::Done{}); });
        on<identity::Join>([](const auto &) { return said(identity::Join::Reply{}); });
        on<chat::Edit>([this](const chat::Edit &asked) {
            chat::Message *message = find(asked.id);
            message->message = asked.message;
            message->editedAt = message->timestamp.addSecs(60);
            message->editedBy = message->userId;
            m_link.say(chat::Changed{chat::Deed::Edited, *message}, *message->editedAt);
            return said(*message);
        });
        on<chat::Delete>([this](const chat::Delete &asked) {
            chat::Message *message = find(asked.id);
            message->message.clear();
            message->isDeleted = true;
            message->editedAt = message->timestamp.addSecs(60);
            message->editedBy = message->userId;
            m_link.say(chat::Changed{chat::Deed::Deleted, *message}, *message->editedAt);
            return said(*message);
        });
        on<chat::Trace>([this](const chat::Trace &asked) {
            const chat::Message *message = find(asked.id);
            return said(
                chat::Trace::Reply{{{chat::Deed::Edited, QStringLiteral("u2"), message->timestamp.addSecs(60),
                                     QStringLiteral("<b>before</b>")}}});
        });
        on<chat::ExportLog>([this](const chat::ExportLog &asked) {
            chat::ExportLog::Reply reply;
            reply.fileName = QStringLiteral("room.md");
            reply.text = QStringLiteral("# Room\n");
            reply.messages = int(of(asked.roomName).size());
            return said(reply);
        });
        on<chat::React>([this](const chat::React &asked) {
            chat::Message *message = find(asked.id);
            message->reactions = asked.isOn ? QList<chat::Reaction>{{asked.emoji, 1, {QStringLiteral("u1")}}}
                                            : QList<chat::Reaction>{};
            m_link.say(chat::Reacted{asked.roomName, asked.id, message->reactions}, now);
            return said(chat::React::Reply{message->reactions});
        });
        on<chat::ReadUpTo>([this](const chat::ReadUpTo &asked) {
            const chat::Marks marks{asked.upTo, 0, 0, {}};
            setMarks(asked.roomName.toUtf8().constData(), marks);
            return said(marks);
        });
        on<chat::Search>([this](const chat::Search &asked) {
            chat::Search::Reply reply;
            for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
                if (message->message.contains(asked.text, Qt::CaseInsensitive) &&
                    (asked.author.isEmpty() || asked.author == message->userId) && reply.messages.size() < 50)
                    reply.messages << *message;
            }
            return said(reply);
        });
    }
    [[nodiscard]] chat::History::Reply page(const chat::History &asked) const
    {
        const QList<chat::Message> all = of(asked.roomName);
        const auto placeOf = [&all](const QString &id) {
            return int(std::find_if(all.begin(), all.end(),
                                    [&](const chat::Message &message) { return message.id == id; }) -
                       all.begin());
        };
        int from = int(all.size()) - asked.limit;
        int to = int(all.size());
        if (asked.before) {
            to = placeOf(*asked.before);
            from = to - asked.limit;
        } else if (asked.after) {
            from = placeOf(*asked.after) + 1;
            to = from + asked.limit;
        } else if (asked.around) {
            from = placeOf(*asked.around) - asked.limit / 2;
            to = from + asked.limit;
        }
        from = std::clamp(from, 0, int(all.size()));
        to = std::clamp(to, from, int(all.size()));
        return {all.mid(from, to - from), from > 0, to < all.size()};
    }

    support::ScriptedLink &m_link;
    int m_last = 0;

public:
    QDateTime now;
    QList<chat::RoomEntry> rooms;
    QList<chat::Message> messages;
    QMap<QString, chat::GetAttachment::Reply> pictures;
    QMap<QString, chat::PictureValues> values; ///< by picture
};
