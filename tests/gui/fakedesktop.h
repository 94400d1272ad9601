// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/desktop.h"

#include <QList>

/// A desktop that remembers.
class FakeDesktop final : public shell::Desktop
{
public:
    void show(const shell::PopUp &popUp) override { shown << popUp; }
    void withdraw() override { ++withdrawn; }
    [[nodiscard]] bool isHeard() const override { return hasSound; }

    QList<shell::PopUp> shown;
    int withdrawn = 0;
    bool hasSound = true;
};
