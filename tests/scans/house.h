// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "scans/scanner.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

/// Somebody at a window whose server scans; what they see of it is for the test to open.
struct ScanHouse
{
    explicit ScanHouse(const char *role = "admin", const char *name = "dana")
    {
        identity::User user;
        user.id = QStringLiteral("u1");
        user.username = QString::fromLatin1(name);
        user.role = QString::fromLatin1(role);
        user.createdAt = clock.now();
        link.answer(QStringLiteral("identity.whoami"), core::toJson(user).toObject());
    }
    void open()
    {
        link.become(client::Link::State::Live);
        [&] { QTRY_VERIFY(scans.isKnown() && mirror.user()); }();
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

    support::FakeClock clock{QDateTime::fromString(QStringLiteral("2026-11-20T13:29:40Z"), Qt::ISODate)};
    support::ScriptedLink link;
    Scanner scanner{link, clock.now()};
    client::Mirror mirror{link, clock};
    client::Scans scans{mirror};
};
