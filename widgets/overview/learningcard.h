// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/manners.h"
#include "kit/card.h"

namespace overview {

/// Says in the first week that little pops up, and until when; goes when somebody has read it.
class LearningCard final : public kit::Card
{
    Q_OBJECT
public:
    explicit LearningCard(client::Manners &manners, QWidget *parent = nullptr);

private:
    void refresh();

    client::Manners &m_manners;
    kit::Label *m_text;
};

} // namespace overview
