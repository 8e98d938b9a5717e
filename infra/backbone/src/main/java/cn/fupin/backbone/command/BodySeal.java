package cn.fupin.backbone.command;

/**
 * What is kept of a request's body beside its key. A service that takes personal numbers declares
 * one with a secret: of a body that holds little else, a plain hash could be found by trying.
 */
public interface BodySeal {
    BodySeal NONE = sha256 -> sha256;

    /** Equal for equal hashes. */
    byte[] of(byte[] sha256);
}
