// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace assistant {
class Service;
class Setup;
} // namespace assistant
namespace chat {
class Service;
class Slash;
} // namespace chat

namespace engine {

/// Lets the assistant hear what people write in chat, and writes there what it answers, as far as all who
/// read the room may see it. Both live as long as the house.
void letAnswer(assistant::Service &assistant, chat::Service &chat);

/// The word /ai: a question that the assistant answers to whoever wrote it, with their own rights. Both live
/// as long as the house.
void offerQuestions(chat::Slash &slash, const assistant::Setup &setup);

} // namespace engine
