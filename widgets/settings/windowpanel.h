// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QCheckBox;

namespace settings {

/// How this window is worked with, whoever sits before it.
class WindowPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit WindowPanel(bool singleKeys, QWidget *parent = nullptr);

Q_SIGNALS:
    void singleKeysChosen(bool act);

private:
    QCheckBox *m_singleKeys;
};

} // namespace settings
