package cn.fupin.backbone.projection;

/**
 * Rows made from messages, which can be thrown away and made again: a function from a message to
 * rows, so that a rebuild can write the same rows by another way.
 */
public non-sealed interface Projection extends ReadModel {

    /**
     * Says which rows a message makes. Rows are keyed by the event they come from, so that the same
     * message twice is one row and the order between streams does not matter. A message that is of
     * no interest is passed over; whatever is thrown parks the message's key until a person resumes
     * it. A rebuild asks from several threads at once, so nothing is kept between two messages.
     */
    void apply(Message message, Rows rows);
}
