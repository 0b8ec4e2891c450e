package org.reelbench.cli.internal.play;

import org.reelbench.playback.PlayerFigures;

/**
 * What playing took.
 *
 * @param openedNanos how long it took from the command's start until something of the first place was shown; 0 without one
 * @param seconds how long it played
 * @param cpuSeconds processor time of all threads meanwhile
 * @param shown how many pictures of playback were shown
 * @param dropped how many came too late
 * @param figures what the player counted, seeks included
 * @param first how long it took until something of a place was shown
 * @param exact how long until its picture was
 * @param starts how long it took from the order to play until the picture moved, and with it the sound
 * @param watch what was held
 * @param shortage what was done to keep the budget
 * @param decodersAfter how many decoders were open after all was given back
 * @param afterBytes the process's memory then
 * @param problem what went wrong, empty if nothing did
 */
record PlayResult(long openedNanos, double seconds, double cpuSeconds, long shown, long dropped, PlayerFigures figures,
        Latencies first,
        Latencies exact, Latencies starts, Watch watch, Shortage shortage, long decodersAfter, long afterBytes, String problem) {
}
