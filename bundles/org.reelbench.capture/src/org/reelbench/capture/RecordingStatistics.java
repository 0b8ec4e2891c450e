package org.reelbench.capture;

/**
 * A recording's numbers.
 * <p>
 * Immutable.
 *
 * @param elapsedUs the length of what was recorded, in microseconds of media
 * @param writtenUs the length of what is in the file by now, in microseconds of media: all of it can be read up to there; a track
 *            that is far behind counts as ended
 * @param framesIn pictures that devices delivered
 * @param framesDropped pictures left out before the encoder because the machine was too slow
 * @param framesMissed pictures that devices never delivered: places of the rate that stayed empty between two pictures that came
 * @param framesEncoded pictures in the file, or on their way
 * @param samples samples of sound a channel
 * @param processingUs the decaying average of what one picture takes to encode
 * @param queueFrames pictures that wait for the encoder
 * @param fragmentsWaiting fragments that wait for the disk, in memory and spilled
 * @param spilledBytes what was put on the other disk because the file's was too slow, in all
 * @param fileBytes how much of the file can be read
 * @param diskFreeBytes how much room the file's disk has, or -1 if that is not known
 * @param heldBytes memory that the recording holds now
 * @param framesPerSecond the rate aimed at now
 * @param quality the quality aimed at now, 0.3 to 1
 * @param scale the size recorded now against the size asked for, above 0 to 1
 * @param steps how often rate, quality or size were changed
 * @param reusedDevices how many of its devices were open already
 * @param peakDb the loudest sample of the last moment in decibels of full scale, at most 0; -120 or less is silence
 * @param score how well it goes, 0 to 100: half for the rate against the one asked for, 30 for pictures neither left out nor missed,
 *            20 for devices reused
 * @param ownCpuUs processor time, in microseconds, that the recorder took by itself until now: all of its threads without what
 *            devices and encoders did on them; 0 where the system does not tell
 */
public record RecordingStatistics(long elapsedUs, long writtenUs, long framesIn, long framesDropped, long framesMissed,
        long framesEncoded,
        long samples,
        double processingUs, int queueFrames, int fragmentsWaiting, long spilledBytes, long fileBytes, long diskFreeBytes,
        long heldBytes, double framesPerSecond, double quality, double scale, int steps, int reusedDevices, double peakDb,
        int score, long ownCpuUs) {
}
