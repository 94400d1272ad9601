// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "automationpage/ruleserver.h"
#include "client/devices.h"
#include "client/rules.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

/// Somebody at a window whose server keeps rules; what they see of it is for the test to open.
struct RuleHouse
{
    explicit RuleHouse(const char *role = "admin")
    {
        identity::User user;
        user.id = QStringLiteral("u1");
        user.username = QStringLiteral("dana");
        user.role = QString::fromLatin1(role);
        user.createdAt = clock.now();
        link.answer(QStringLiteral("identity.whoami"), core::toJson(user).toObject());
        server.answerSeries();
    }
    void open()
    {
        link.become(client::Link::State::Live);
        [&] { QTRY_VERIFY(rules.isKnown() && mirror.user()); }();
    }
    static QPushButton *button(const QWidget &widget, const QString &text)
    {
        const auto buttons = widget.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->text().remove(u'&').contains(text))
                return button;
        }
        return nullptr;
    }
    static bool says(const QWidget &widget, const QString &part)
    {
        const auto labels = widget.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }
    /// The field of that accessible name that is seen.
    template <class T>
    static T *field(const QWidget &widget, const char *name)
    {
        const auto all = widget.findChildren<T *>();
        for (T *one : all) {
            if (one->isVisible() && one->accessibleName() == QLatin1String(name))
                return one;
        }
        return nullptr;
    }

    support::FakeClock clock{QDateTime::fromString(QStringLiteral("2026-11-20T13:29:40Z"), Qt::ISODate)};
    support::ScriptedLink link;
    RuleServer server{link, clock.now()};
    client::Mirror mirror{link, clock};
    client::Rules rules{mirror, clock};
    client::Devices devices{link};
};
