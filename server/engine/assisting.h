// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"
#include "core/clock.h"
#include "core/entropy.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace assistant {
class Service;
}
namespace identity {
class Service;
}
namespace store {
class Store;
}

namespace engine {

class Dispatcher;

/// The assistant in this house: it asks what anybody may ask, as whoever asks it, and does nothing else.
class Assisting final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        store::Store &store;
        identity::Service &identity;
        Dispatcher &dispatcher;
        const core::Catalog &catalog;
        core::Clock &clock;
        core::Entropy &entropy;
    };

    explicit Assisting(const Surroundings &around);
    ~Assisting() override;

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    void stop();
    void registerAt(Dispatcher &dispatcher);
    /// For the rooms of chat: they tell it what is written, and write what it answers.
    [[nodiscard]] assistant::Service &service() { return *m_service; }

private:
    Surroundings m_around;
    std::unique_ptr<assistant::Service> m_service;
};

} // namespace engine
